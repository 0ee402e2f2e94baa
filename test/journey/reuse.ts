import {
  draftApplication,
  eraseApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import {
  announceDocument,
  confirmOriginal,
  readDocument,
  removeDocument,
  reuseDocument,
} from "@window/contract/operations/documents.ts";
import assert from "node:assert/strict";
import { draftBody, drafted, handIn, visitorOf } from "./applying.ts";
import { sooner } from "./client.ts";
import type { TestedWindow } from "./tested-window.ts";

interface Paper {
  readonly application: string;
  readonly document: string;
}

/** A paper of an earlier application serves again, under the new one's own key, and outlives the erasure of the old. */
export const reused = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const earlier = await drafted(visitor);
  const contract = await handIn(visitor, earlier, "labour-contract");
  const from = { application: earlier, document: contract.document };
  const application = await drafted(visitor);
  const own = { params: { application }, token };
  const asked = { ...own, key: "reused-once", body: { material: "labour-contract", from } };
  const { document } = await client.ask(reuseDocument, asked);
  assert.equal((await client.ask(reuseDocument, asked)).document, document, "asking twice attaches once");
  const seen = await sooner("the inspection of the copy", async () => {
    const paper = await client.ask(readDocument, { params: { application, document }, token });
    return paper.state === "awaited" ? undefined : paper;
  });
  assert.deepEqual([seen.state, seen.sha256, seen.size], ["clean", contract.sha256, contract.size]);
  await client.done(eraseApplication, { params: { application: earlier }, token });
  await sooner("the erasure", async () => ((await window.stored(earlier)) === 0 ? true : undefined));
  await sooner("one version of the copy", async () =>
    (await window.stored(application)) === 1 ? true : undefined,
  );
  await handIn(visitor, application, "lease-contract");
  assert.equal((await client.ask(submitApplication, own)).phase, "submitted");
};

/** Whoever is not the owner learns nothing; the owner learns why. */
export const notReused = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const earlier = await drafted(visitor);
  const application = await drafted(visitor);
  const refusedFor = async (from: Paper, material = "labour-contract") => {
    const body = { material, from };
    const { code, faults } = await client.refusal(reuseDocument, { params: { application }, token, body });
    return [code, ...faults.map((fault) => fault.code)];
  };
  const somebody = await visitorOf(window, "li-jing");
  const foreign = await drafted(somebody);
  const { document } = await handIn(somebody, foreign, "labour-contract");
  const unknown = ["no-such-document"];
  assert.deepEqual(await refusedFor({ application: foreign, document }), unknown);
  assert.deepEqual(await refusedFor({ application: earlier, document }), unknown);
  assert.deepEqual(await refusedFor({ application: `app_${"0".repeat(26)}`, document }), unknown);

  const because = (word: string) => ["document-not-reusable", word];
  const fake = await handIn(visitor, earlier, "labour-contract", Uint8Array.from(Buffer.from("<html>")));
  assert.deepEqual(await refusedFor({ application: earlier, document: fake.document }), because("not-clean"));
  const body = { material: "labour-contract", mediaType: "application/pdf" };
  const announced = await client.ask(announceDocument, { params: { application: earlier }, token, body });
  const awaited = { application: earlier, document: announced.document.document };
  assert.deepEqual(await refusedFor(awaited), because("not-inspected"));

  const paper = await handIn(visitor, earlier, "labour-contract");
  const from = { application: earlier, document: paper.document };
  assert.deepEqual(await refusedFor(from, "lease-contract"), because("other-material"));
  await client.ask(reuseDocument, {
    params: { application },
    token,
    body: { material: "labour-contract", from },
  });
  assert.deepEqual(await refusedFor(from), because("already-used"));
  await client.done(removeDocument, { params: { application: earlier, document: paper.document }, token });
  assert.deepEqual(await refusedFor(from), unknown);
};

/** What a clerk has compared with its original is believed more, also where it serves again. */
export const originalSeen = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const earlier = await drafted(visitor);
  const paper = await handIn(visitor, earlier, "labour-contract");
  assert.equal(paper.trust, "C");
  const of = { params: { application: earlier, document: paper.document } };
  const clerk = await window.tokenFor("wang-fang");
  const elsewhere = { ...draftBody, window: "win_sanya" };
  const { application: other } = await client.ask(draftApplication, { token, body: elsewhere });
  const there = { params: { application: other, document: paper.document }, token: clerk };
  assert.equal((await client.refusal(confirmOriginal, there)).code, "no-such-application");
  assert.equal((await client.refusal(confirmOriginal, { ...of, token })).code, "not-allowed");
  assert.equal((await client.ask(confirmOriginal, { ...of, token: clerk })).trust, "B");
  const body = { material: "labour-contract", from: { application: earlier, document: paper.document } };
  const params = { application: await drafted(visitor) };
  assert.equal((await client.ask(reuseDocument, { params, token, body })).trust, "B");
};
