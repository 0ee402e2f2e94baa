import {
  draftApplication,
  eraseApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import { findPerson } from "@window/contract/operations/people.ts";
import type { Commit } from "@window/domain/commit.ts";
import { firstBreak } from "@window/domain/commit.ts";
import { application } from "@window/domain/application/decide.ts";
import { open, placeOf } from "@window/domain/application/kept-answers.ts";
import type { ApplicationId, CaseId } from "@window/domain/id.ts";
import { fold } from "@window/domain/perform.ts";
import type { Vault } from "@window/domain/port/vault.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { residentNumber } from "../kit/resident-number.ts";
import { answers, handIn, type Visitor } from "./applying.ts";
import { sooner } from "./client.ts";
import { pdf } from "./paper.ts";

/** What every planted value begins with; nothing else in the window does. */
export const marks = {
  name: "种植",
  number: "4601061987",
  phone: "1395557",
  address: "暗语路",
  employer: "密文公司",
  mail: "zhongzhi7q4-",
};

const numberOf = (index: number): string => {
  const [month, day] = [(index % 9) + 1, (index % 27) + 1].map((part) => String(part).padStart(2, "0"));
  return residentNumber(`${marks.number}${month}${day}${String(index).padStart(3, "0")}`);
};

const { passport: _, ...others } = answers;

/** How many values of one person are planted. */
export const VALUES = 7;

/** Seven planted values of one person. */
const planted = (index: number) => {
  const phone = `${marks.phone}${String(index).padStart(4, "0")}`;
  return {
    ...others,
    "full-name": `${marks.name}甲${String(index)}号`,
    "id-type": "resident-id",
    "resident-id": numberOf(index),
    mobile: phone,
    email: `${marks.mail}${String(index)}@example.com`,
    "employer-name": `${marks.employer}${String(index)}`,
    "lease-address": `${marks.address}${String(index)}号，电话 ${phone}`,
  };
};

/** What of base64, and of its spelling for addresses, is of these bytes alone, `offset` bytes into a group of three. */
const inBase64 = (bytes: Buffer, offset: number): readonly string[] => {
  const around = Buffer.concat([Buffer.alloc(offset), bytes]);
  const own = [Math.ceil((8 * offset) / 6), Math.floor((8 * around.length) / 6)] as const;
  return (["base64", "base64url"] as const).map((spelling) => around.toString(spelling).slice(...own));
};

/** The ways in which a mark could lie somewhere: as text of two encodings, in base64 at any offset, in hexadecimal. */
const traces = Object.values(marks).flatMap((mark) => {
  const bytes = Buffer.from(mark, "utf8");
  const shifted = [0, 1, 2].flatMap((offset) => inBase64(bytes, offset));
  const escaped = JSON.stringify(mark).replaceAll(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const texts = [...shifted, bytes.toString("hex"), encodeURIComponent(mark), escaped.slice(1, -1)];
  return [bytes, Buffer.from(mark, "utf16le"), ...texts.map((text) => Buffer.from(text))];
});

export const isFreeOfPlanted = (bytes: Uint8Array | string): boolean => {
  const searched = Buffer.from(bytes);
  return traces.every((trace) => !searched.includes(trace));
};

const draftOf = async ({ client, token }: Visitor, index: number): Promise<ApplicationId> => {
  const body = { item: "item_rent-subsidy", window: "win_haikou", answers: planted(index) };
  return (await client.ask(draftApplication, { token, body })).application;
};

const inTens = async <Given, Made>(list: readonly Given[], make: (given: Given) => Promise<Made>) => {
  const made: Made[] = [];
  for (let start = 0; start < list.length; start += 10)
    made.push(...(await Promise.all(list.slice(start, start + 10).map(make))));
  return made;
};

/** Drafts of so many planted people. */
export const draftPlanted = (visitor: Visitor, people: number): Promise<readonly ApplicationId[]> =>
  inTens([...Array(people).keys()], (index) => draftOf(visitor, index));

/** With papers that say a name too; returns the case. */
export const submitPlanted = async (visitor: Visitor, id: ApplicationId): Promise<CaseId> => {
  const { client, token } = visitor;
  for (const material of ["labour-contract", "lease-contract"])
    await handIn(visitor, id, material, pdf(`${marks.number} ${marks.phone}`));
  const { cases } = await client.ask(submitApplication, { params: { application: id }, token });
  return cases[0]?.case ?? assert.fail();
};

/** A clerk asks for the first of them by number, rightly and wrongly. */
export const lookUpPlanted = async ({ client, token }: Visitor): Promise<void> => {
  const body = { kind: "resident-id", number: numberOf(0) } as const;
  const found = await sooner("the planted case", async () => {
    const { rows } = await client.ask(findPerson, { token, body });
    return rows.length === 0 ? undefined : rows;
  });
  assert.ok(isFreeOfPlanted(JSON.stringify(found)));
  const wrong = { ...body, number: `${marks.number}010100100` };
  const refused = await client.refusal(findPerson, { token, body: wrong });
  assert.equal(refused.code, "number-faulty");
  assert.ok(isFreeOfPlanted(JSON.stringify(refused)));
};

/** Wrong input of every kind: what is answered repeats nothing of it. */
export const refusedWithoutEcho = async ({ client, token }: Visitor): Promise<void> => {
  const wrong = [
    { ...planted(1), "resident-id": `${marks.number}010100100` },
    { ...planted(1), "resident-id": marks.name },
    { ...planted(1), "monthly-rent": marks.phone },
    { ...planted(1), "contract-from": marks.address },
    { ...planted(1), "talent-class": marks.employer },
    { ...planted(1), "full-name": `${marks.name}\u0007` },
  ];
  for (const given of wrong) {
    const body = { item: "item_rent-subsidy", window: "win_haikou", answers: given };
    const response = await client.send(draftApplication, { token, body });
    const text = await response.text();
    assert.equal(response.status, 422, text);
    assert.ok(isFreeOfPlanted(text), text);
  }
};

export const erasePlanted = async (
  { client, token }: Visitor,
  ids: readonly ApplicationId[],
): Promise<void> => {
  await inTens(ids, (id) => client.done(eraseApplication, { params: { application: id }, token }));
};

interface Kept {
  readonly store: { load(stream: ApplicationId): Promise<readonly Commit[]> };
  readonly vault: Vault;
}

/** Whether what is kept of somebody can still be read, by whoever has all keys. */
export const canBeRead = async ({ store, vault }: Kept, id: ApplicationId): Promise<boolean> => {
  const { state } = fold(application, await store.load(id));
  assert.ok(state);
  return (await open(vault, placeOf(id), state.answers)) !== "erased";
};

/** With its keys what is kept opens and is found, so the trap works; of who was erased nothing opens. */
export const opensAsItShould = async (
  { store, vault }: Kept,
  id: ApplicationId,
  is: "kept" | "erased",
): Promise<void> => {
  const commits = await store.load(id);
  assert.equal(firstBreak(digest, commits), undefined, "the chain is whole");
  const { state } = fold(application, commits);
  assert.ok(state);
  const opened = await open(vault, placeOf(id), state.answers);
  if (is === "erased") assert.equal(opened, "erased");
  else assert.ok(!isFreeOfPlanted(JSON.stringify(opened)));
};
