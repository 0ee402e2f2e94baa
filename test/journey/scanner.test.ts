/** A window with a malware scanner beside it, which is sometimes away. */
import { readApplication, submitApplication } from "@window/contract/operations/applications.ts";
import { announceDocument, readDocument } from "@window/contract/operations/documents.ts";
import { fromIso, later, MINUTE } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { openClamd } from "../../packages/node/test/clamd-in-test.ts";
import { postForm } from "../kit/post-form.ts";
import { drafted, type Visitor, visitorOf } from "./applying.ts";
import { openLocalWindow } from "./local-window.ts";
import { pdf } from "./paper.ts";

/** Uploads a paper and does not wait; what is read of it later. */
const sent = async ({ client, token }: Visitor, application: string, material: string, text: string) => {
  const body = { material, mediaType: "application/pdf" };
  const { document, upload } = await client.ask(announceDocument, { params: { application }, token, body });
  assert.equal(await postForm(upload, pdf(text)), 204);
  return () => client.ask(readDocument, { params: { application, document: document.document }, token });
};

test("while the scanner is away papers wait, for days, and are scanned when it is back", async () => {
  const away = await openClamd();
  await away.close();
  const window = await openLocalWindow({ clamd: away.address });
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const own = { params: { application: await drafted(visitor) }, token };
  const good = await sent(visitor, own.params.application, "labour-contract", "a contract");
  const bad = await sent(visitor, own.params.application, "lease-contract", "EICAR-STANDARD");
  const { draftedAt } = await client.ask(readApplication, own);
  const daysOn = (minutes: number) => window.moveClock(later(fromIso(draftedAt), minutes * MINUTE));
  for (const minutes of [2, 4, 10, 60, 3 * 24 * 60]) await daysOn(minutes);
  for (const paper of [good, bad]) {
    const seen = await paper();
    assert.deepEqual([seen.state, seen.verdict, seen.link], ["awaited", null, null]);
  }
  assert.equal((await client.refusal(submitApplication, own)).code, "documents-not-ready");
  await window.restart();

  const back = await openClamd(undefined, undefined, away.address.port);
  await daysOn(4 * 24 * 60);
  assert.equal((await good()).state, "clean");
  assert.equal((await bad()).verdict, "infected");
  assert.equal(back.streams.length, 2, "each was scanned once");
  await window.close();
  await back.close();
});
