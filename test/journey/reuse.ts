import { eraseApplication, submitApplication } from "@window/contract/operations/applications.ts";
import { readDocument, removeDocument, reuseDocument } from "@window/contract/operations/documents.ts";
import assert from "node:assert/strict";
import { drafted, handIn, visitorOf } from "./applying.ts";
import { sooner } from "./client.ts";
import type { TestedWindow } from "./tested-window.ts";

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

/** Nobody else's, nothing that is not clean, and nothing that is gone. */
export const notReused = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const application = await drafted(visitor);
  const refusedFor = async (from: { readonly application: string; readonly document: string }) => {
    const body = { material: "labour-contract", from };
    return (await client.refusal(reuseDocument, { params: { application }, token, body })).code;
  };
  const somebody = await visitorOf(window, "li-jing");
  const foreign = await drafted(somebody);
  const { document } = await handIn(somebody, foreign, "labour-contract");
  assert.equal(await refusedFor({ application: foreign, document }), "document-not-reusable");
  const broken = await handIn(visitor, application, "lease-contract", Uint8Array.from(Buffer.from("<html>")));
  assert.equal(await refusedFor({ application, document: broken.document }), "document-not-reusable");
  const gone = await handIn(visitor, application, "lease-contract");
  await client.done(removeDocument, { params: { application, document: gone.document }, token });
  assert.equal(await refusedFor({ application, document: gone.document }), "document-not-reusable");
};
