import {
  draftApplication,
  readApplication,
  reviseApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import { announceDocument } from "@window/contract/operations/documents.ts";
import { readItem } from "@window/contract/operations/items.ts";
import type { FieldFault } from "@window/contract/problem.ts";
import assert from "node:assert/strict";
import { answers, draftBody, drafted, prepared, visitorOf } from "./applying.ts";
import type { Stories } from "./journeys.ts";
import { problemOf } from "./client.ts";
import type { TestedWindow } from "./tested-window.ts";

const faultsOf = (faults: readonly FieldFault[]) => faults.map(({ field, code }) => `${field} ${code}`);

const unknownItem = async (window: TestedWindow): Promise<void> => {
  const { client, token } = await visitorOf(window);
  const begun = await client.refusal(draftApplication, { token, body: { ...draftBody, item: "item_none" } });
  assert.deepEqual([begun.status, begun.code], [404, "no-such-item"]);
  assert.deepEqual(faultsOf(begun.faults), ["item not-one-of"]);
  assert.equal((await client.refusal(readItem, { params: { item: "item_none" } })).code, "no-such-item");
  const elsewhere = { token, body: { ...draftBody, window: "win_none" } };
  assert.equal((await client.refusal(draftApplication, elsewhere)).code, "no-such-window");
};

const wrongType = async (window: TestedWindow): Promise<void> => {
  const { client, token } = await visitorOf(window);
  const wrong = { ...answers, "monthly-rent": "3200 yuan", "contract-from": "1 March", surplus: "?" };
  const refused = await client.refusal(draftApplication, { token, body: { ...draftBody, answers: wrong } });
  assert.deepEqual([refused.status, refused.code], [422, "answers-faulty"]);
  assert.deepEqual(faultsOf(refused.faults).toSorted(), [
    "answers.contract-from date",
    "answers.monthly-rent wrong-type",
    "answers.surplus unknown-field",
  ]);
  const shapeless = { token, body: { item: 7, window: "win_haikou", extra: true } };
  const malformed = await client.refusal(draftApplication, shapeless);
  assert.deepEqual([malformed.status, malformed.code], [400, "request-malformed"]);
  assert.deepEqual(faultsOf(malformed.faults).toSorted(), [
    "answers required",
    "extra unknown-field",
    "item wrong-type",
  ]);
};

const fieldMissing = async (window: TestedWindow): Promise<void> => {
  const { client, token } = await visitorOf(window);
  const { "lease-address": _, ...rest } = answers;
  const visitor = { client, token };
  const { application } = await client.ask(draftApplication, {
    token,
    body: { ...draftBody, answers: rest },
  });
  const refused = await visitor.client.refusal(submitApplication, { params: { application }, token });
  assert.deepEqual([refused.status, refused.code], [422, "answers-faulty"]);
  assert.deepEqual(faultsOf(refused.faults), ["answers.lease-address required"]);
};

const checksumWrong = async (window: TestedWindow): Promise<void> => {
  const { client, token } = await visitorOf(window);
  const { passport: _, ...rest } = answers;
  const wrong = {
    ...rest,
    "id-type": "resident-id",
    "resident-id": "11010519491231002Y",
    "employer-credit-code": "91350100M000100Y44",
  };
  const letters = await client.refusal(draftApplication, { token, body: { ...draftBody, answers: wrong } });
  assert.deepEqual(faultsOf(letters.faults), [
    "answers.resident-id alphabet",
    "answers.employer-credit-code checksum",
  ]);
  const digit = { ...wrong, "resident-id": "110105194912310021" };
  const refused = await client.refusal(draftApplication, { token, body: { ...draftBody, answers: digit } });
  assert.equal(refused.faults[0]?.code, "checksum");
  assert.match(refused.faults[0].remedy.en, /character by character/);
};

const materialsMissing = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const own = { params: { application: await drafted(visitor) }, token };
  const refused = await client.refusal(submitApplication, own);
  assert.deepEqual([refused.status, refused.code], [422, "materials-missing"]);
  assert.deepEqual(faultsOf(refused.faults), [
    "labour-contract material-missing",
    "lease-contract material-missing",
  ]);
  for (const material of ["labour-contract", "lease-contract"])
    await client.ask(announceDocument, { ...own, body: { material, mediaType: "application/pdf" } });
  assert.equal((await client.refusal(submitApplication, own)).code, "documents-not-ready");
  const strange = { ...own, body: { material: "tax-return", mediaType: "application/pdf" } };
  assert.equal((await client.refusal(announceDocument, strange)).code, "no-such-material");
  const film = { ...own, body: { material: "labour-contract", mediaType: "video/mp4" } };
  assert.equal((await client.refusal(announceDocument, film)).code, "media-type-not-accepted");
};

const submittedTwice = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const own = { params: { application: await prepared(visitor) }, token, key: "submit-once" };
  const first = await client.ask(submitApplication, own);
  assert.deepEqual(await client.ask(submitApplication, own), first, "same key and body: same answer");
  const other = await client.refusal(submitApplication, { ...own, body: { something: "else" } });
  assert.deepEqual([other.status, other.code], [400, "request-malformed"]);
  const { code, status } = await client.refusal(submitApplication, { ...own, key: "submit-again" });
  assert.deepEqual([status, code], [409, "already-submitted"]);
  const late = { ...own, key: "late", headers: { "if-match": '"1"' }, body: { answers } };
  assert.equal((await client.refusal(reviseApplication, late)).code, "not-a-draft");
};

const begunTwice = async (window: TestedWindow): Promise<void> => {
  const { client, token } = await visitorOf(window);
  const begin = { token, key: "begin-once", body: draftBody };
  const first = await client.ask(draftApplication, begin);
  assert.deepEqual(await client.ask(draftApplication, begin), first);
  const other = { ...begin, body: { ...draftBody, window: "win_sanya" } };
  const refused = await client.refusal(draftApplication, other);
  assert.deepEqual([refused.status, refused.code], [422, "key-reused"]);
  const somebody = await window.tokenFor("li-jing");
  const own = await client.ask(draftApplication, { ...begin, token: somebody });
  assert.notEqual(own.application, first.application, "a key belongs to whoever used it");
  const keyless = await client.refusal(draftApplication, { ...begin, key: null });
  assert.deepEqual([keyless.status, keyless.code], [400, "key-missing"]);
  const long = await client.refusal(draftApplication, { ...begin, key: "k".repeat(256) });
  assert.equal(long.code, "key-malformed");
};

const changedByTwo = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const own = { params: { application: await drafted(visitor) }, token };
  const read = await client.send(readApplication, own);
  const etag = read.headers.get("etag") ?? assert.fail("no ETag");
  await read.body?.cancel();
  const change = (rent: number) => ({
    ...own,
    headers: { "if-match": etag },
    body: { answers: { ...answers, "monthly-rent": rent } },
  });
  await client.ask(reviseApplication, change(3300));
  const response = await client.send(reviseApplication, change(3400));
  const now = response.headers.get("etag");
  const refused = await problemOf(response);
  assert.deepEqual([refused.status, refused.code], [412, "changed-meanwhile"]);
  assert.notEqual(now, etag);
  const kept = new Map(Object.entries((await client.ask(readApplication, own)).answers ?? {}));
  assert.equal(kept.get("monthly-rent"), 3300);
  const blind = await client.refusal(reviseApplication, { ...own, body: { answers } });
  assert.deepEqual([blind.status, blind.code], [428, "basis-missing"]);
};

/** What people send wrong in forms: each sentence of what wrong input gets. */
export const wrongForms: Stories = {
  "an unknown item or window is refused": unknownItem,
  "a field of the wrong type is named, with what to do about it": wrongType,
  "a missing field is named when the application is submitted": fieldMissing,
  "a number whose checksum is wrong is refused": checksumWrong,
  "an application without its required materials cannot be submitted": materialsMissing,
  "submitting twice is submitting once": submittedTwice,
  "beginning twice with one key is beginning once, and with another body is refused": begunTwice,
  "of two people changing one draft the second is told": changedByTwo,
};
