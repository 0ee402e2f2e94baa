/**
 * What is wrong with uploaded documents. On one machine the upload endpoint answers with problem documents; in the cloud S3
 * says the same in its own words, and what only the inspector finds is read from the document there and here.
 */
import { readApplication, submitApplication } from "@window/contract/operations/applications.ts";
import { announceDocument, readDocument, removeDocument } from "@window/contract/operations/documents.ts";
import type { UploadForm } from "@window/domain/port/objects.ts";
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drafted, handIn, type Visitor, visitorOf } from "./applying.ts";
import { problemOf } from "./client.ts";
import { type LocalTestedWindow, openLocalWindow } from "./local-window.ts";
import { pdf } from "./paper.ts";

let window: LocalTestedWindow;
let visitor: Visitor;
before(async () => {
  window = await openLocalWindow();
  visitor = await visitorOf(window);
});
after(() => window.close());

const announced = async (application: string) => {
  const body = { material: "labour-contract", mediaType: "application/pdf" };
  const { client, token } = visitor;
  return client.ask(announceDocument, { params: { application }, token, body });
};

const upload = async ({ url, fields }: UploadForm, bytes: Uint8Array<ArrayBuffer>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([bytes]), "paper.pdf");
  return problemOf(await fetch(url, { method: "POST", body: form }));
};

test("a document that is empty or too large is refused where it is sent", async () => {
  const { document, upload: form } = await announced(await drafted(visitor));
  assert.equal((await upload(form, new Uint8Array())).code, "document-empty");
  const large = await upload(form, new Uint8Array(document.maxBytes + 1));
  assert.equal(large.code, "document-too-large");
});

test("a form cannot be used for another document, another type, or after it was changed", async () => {
  const application = await drafted(visitor);
  const { upload: own } = await announced(application);
  const { upload: other } = await announced(await drafted(visitor));
  const withFields = (fields: Readonly<Record<string, string>>) => ({
    ...own,
    fields: { ...own.fields, ...fields },
  });
  const foreign = await upload(withFields({ key: other.fields["key"] ?? "" }), pdf("foreign"));
  assert.deepEqual([foreign.status, foreign.code], [403, "upload-to-another-document"]);
  const typed = await upload(withFields({ "Content-Type": "text/html" }), pdf("typed"));
  assert.equal(typed.code, "upload-of-another-type");
  const altered = await upload(withFields({ policy: btoa("{}") }), pdf("altered"));
  assert.equal(altered.code, "upload-form-altered");
  const bare = await problemOf(await fetch(own.url, { method: "POST", body: "nothing" }));
  assert.equal(bare.code, "upload-malformed");
});

test("a document of another type than it says is refused by the inspector", async () => {
  const application = await drafted(visitor);
  const seen = await handIn(visitor, application, "labour-contract", Uint8Array.from(Buffer.from("<html>")));
  assert.deepEqual([seen.state, seen.verdict, seen.link], ["refused", "wrong-type", null]);
  assert.equal(seen.problem?.code, "document-wrong-type");
});

test("an infected document is refused, cannot be read and does not count", async () => {
  const application = await drafted(visitor);
  const { client, token } = visitor;
  // In two halves, so that no scanner takes this file for what it describes.
  const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
  const seen = await handIn(
    visitor,
    application,
    "labour-contract",
    pdf("x").map((byte) => byte),
  );
  assert.equal(seen.state, "clean");
  const infected = await handIn(
    visitor,
    application,
    "lease-contract",
    Uint8Array.from(Buffer.concat([Buffer.from(`%PDF-1.7\n%${eicar}\n`), pdf("y").subarray(9)])),
  );
  assert.deepEqual([infected.state, infected.verdict, infected.link], ["refused", "infected", null]);
  assert.match(infected.problem?.remedy.zh ?? "", /重新制作/);
  const refused = await client.refusal(submitApplication, { params: { application }, token });
  assert.deepEqual(
    [refused.code, refused.faults.map(({ field }) => field)],
    ["materials-missing", ["lease-contract"]],
  );
  const gone = { params: { application, document: infected.document }, token };
  await client.done(removeDocument, gone);
  assert.equal((await client.refusal(readDocument, gone)).code, "no-such-document");
  const { documents } = await client.ask(readApplication, { params: { application }, token });
  assert.equal(documents.length, 1);
});

test("a link to a document shows it as an attachment, and a changed link shows nothing", async () => {
  const { link } = await handIn(visitor, await drafted(visitor), "labour-contract");
  assert.ok(link);
  const shown = await fetch(link);
  assert.equal(shown.headers.get("content-disposition"), "attachment");
  assert.equal(shown.headers.get("x-content-type-options"), "nosniff");
  await shown.body?.cancel();
  const changed = await fetch(link.slice(0, -2));
  assert.equal(changed.status, 404);
  await changed.body?.cancel();
});
