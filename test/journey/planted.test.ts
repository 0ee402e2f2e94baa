/**
 * A thousand planted names, numbers, phones and addresses go in through the window's own door; then every byte it keeps
 * and says is looked at, while it runs and after it has ended, and once more after most of them were erased.
 */
import {
  draftApplication,
  eraseApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import { readCase } from "@window/contract/operations/cases.ts";
import { application } from "@window/domain/application/decide.ts";
import { open, placeOf } from "@window/domain/application/kept-answers.ts";
import { firstBreak } from "@window/domain/commit.ts";
import type { ApplicationId } from "@window/domain/id.ts";
import { fold } from "@window/domain/perform.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { openVault } from "@window/local/vault.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import * as z from "zod";
import { residentNumber } from "../kit/resident-number.ts";
import { startedWindow } from "../kit/started-window.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { answers, handIn } from "./applying.ts";
import { clientOf, sooner, type Client } from "./client.ts";
import { pdf } from "./paper.ts";

const PEOPLE = 200;
const SUBMITTED = 3;

/** What every planted value begins with; nothing else in the window does. */
const marks = {
  name: "种植",
  number: "4601061987",
  phone: "1395557",
  address: "暗语路",
  employer: "密文公司",
};

const numberOf = (index: number): string => {
  const [month, day] = [(index % 9) + 1, (index % 27) + 1].map((part) => String(part).padStart(2, "0"));
  return residentNumber(`${marks.number}${month}${day}${String(index).padStart(3, "0")}`);
};

const { passport: _, ...others } = answers;

/** Five planted values of one person. */
const planted = (index: number) => ({
  ...others,
  "full-name": `${marks.name}甲${String(index)}号`,
  "id-type": "resident-id",
  "resident-id": numberOf(index),
  "employer-name": `${marks.employer}${String(index)}`,
  "lease-address": `${marks.address}${String(index)}号，电话 ${marks.phone}${String(index).padStart(4, "0")}`,
});

/** The ways in which a mark could lie in a file: as text of two encodings, in base64 at any offset, in hexadecimal. */
const traces = Object.values(marks).flatMap((mark) => {
  const bytes = Buffer.from(mark, "utf8");
  const shifted = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .slice(offset === 0 ? 0 : offset + 1, -4),
  );
  const texts = [...shifted, bytes.toString("hex"), encodeURIComponent(mark)].map((text) =>
    Buffer.from(text),
  );
  return [bytes, Buffer.from(mark, "utf16le"), ...texts].filter((trace) => trace.length > 5);
});

const isFreeOf = (bytes: Uint8Array): boolean => traces.every((trace) => !Buffer.from(bytes).includes(trace));

const filesThatTell = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !isFreeOf(readFileSync(path)) || !isFreeOf(Buffer.from(path)));

const tokenFrom = async (origin: string, person: string): Promise<string> => {
  const body = new URLSearchParams({
    grant_type: "urn:talent-window:grant:demonstration",
    client_id: "demonstration",
    person,
  });
  const response = await fetch(`${origin}/oidc/token`, { method: "POST", body });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
};

type Visitor = { readonly client: Client; readonly token: string };

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

/** With papers that say a name too, through to the decision. */
const submittedToTheEnd = async (visitor: Visitor, id: ApplicationId): Promise<void> => {
  const { client, token } = visitor;
  for (const material of ["labour-contract", "lease-contract"])
    await handIn(visitor, id, material, pdf(`${marks.number} ${marks.phone}`));
  const { cases } = await client.ask(submitApplication, { params: { application: id }, token });
  const params = { case: cases[0]?.case ?? assert.fail() };
  const seen = () => client.ask(readCase, { params, token });
  await sooner("the second webhook", async () => ((await seen()).referrals.length === 2 ? true : undefined));
  await sooner("the decision", async () => ((await seen()).phase === "decided" ? true : undefined));
};

/** Wrong input of every kind: what is answered repeats nothing of it. */
const refusedWithoutEcho = async ({ client, token }: Visitor): Promise<void> => {
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
    assert.ok(isFreeOf(Buffer.from(text)), text);
  }
};

const folder = temporaryFolder();
after(() => folder.remove());

test(`of ${String(PEOPLE * 5)} planted values none lies in a file, log, webhook or error, and after erasing none can be read`, async (context) => {
  const path = join(folder.path, "data");
  const window = await startedWindow({ WINDOW_DATA: path, PORT: "0", WINDOW_QUOTAS: "0" });
  context.after(() => window.end("SIGKILL"));
  const visitor = { client: clientOf(window.origin), token: await tokenFrom(window.origin, "li-jing") };
  const { client, token } = visitor;
  const people = Array.from({ length: PEOPLE }, (_none, index) => index);
  const ids = await inTens(people, (index) => draftOf(visitor, index));
  await Promise.all(ids.slice(0, SUBMITTED).map((id) => submittedToTheEnd(visitor, id)));
  await refusedWithoutEcho(visitor);
  assert.deepEqual(filesThatTell(path), []);
  const erased = ids.slice(SUBMITTED);
  await inTens(erased, (id) => client.done(eraseApplication, { params: { application: id }, token }));
  const { output } = await window.end("SIGTERM");
  assert.ok(isFreeOf(Buffer.from(output)), "the log tells");
  assert.deepEqual(filesThatTell(path), []);

  const data = openDataFolder(path);
  const [store, vault] = [openEventStore(data), openVault(data)];
  for (const [index, id] of ids.entries()) {
    const commits = await store.load(id);
    assert.equal(firstBreak(digest, commits), undefined, "the chain is whole");
    const { state } = fold(application, commits);
    assert.ok(state);
    const opened = await open(vault, placeOf(id), state.answers);
    if (index >= SUBMITTED) assert.equal(opened, "erased");
    // The trap works: with its key the same value is found.
    else assert.ok(!isFreeOf(Buffer.from(JSON.stringify(opened))));
  }
  data.close();
});
