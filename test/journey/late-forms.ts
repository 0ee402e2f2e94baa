import { eraseApplication, submitApplication } from "@window/contract/operations/applications.ts";
import { announceDocument, readDocument, removeDocument } from "@window/contract/operations/documents.ts";
import type { ApplicationId } from "@window/domain/id.ts";
import type { UploadForm } from "@window/domain/port/objects.ts";
import assert from "node:assert/strict";
import { postForm } from "../kit/post-form.ts";
import { drafted, handIn, type Visitor, visitorOf } from "./applying.ts";
import { sooner } from "./client.ts";
import { pdf } from "./paper.ts";
import type { TestedWindow } from "./tested-window.ts";

/** The announcement of a labour contract, to be sent once or again. */
const announcement = ({ token }: Visitor, application: ApplicationId) => ({
  params: { application },
  token,
  key: "announced-early",
  body: { material: "labour-contract", mediaType: "application/pdf" },
});

const sent = async (form: UploadForm, text: string): Promise<void> => {
  assert.ok((await postForm(form, pdf(text))) < 300, "the form itself is still good");
};

const onceStored = (window: TestedWindow, application: ApplicationId, count: number) =>
  sooner(`${count} versions in the store`, async () =>
    (await window.stored(application)) === count ? true : undefined,
  );

export const afterErasure = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const application = await drafted(visitor);
  const announced = announcement(visitor, application);
  const { upload } = await client.ask(announceDocument, announced);
  await handIn(visitor, application, "lease-contract");
  assert.equal(await window.stored(application), 1);
  await client.done(eraseApplication, { params: { application }, token });
  await sent(upload, "sent after the erasure");
  await onceStored(window, application, 0);
  assert.equal((await client.refusal(announceDocument, announced)).code, "no-such-application");
};

export const afterRemoval = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const application = await drafted(visitor);
  const announced = announcement(visitor, application);
  const { document, upload } = await client.ask(announceDocument, announced);
  await sent(upload, "sent in time");
  const own = { params: { application, document: document.document }, token };
  await sooner("the inspection", async () =>
    (await client.ask(readDocument, own)).state === "clean" ? true : undefined,
  );
  await client.done(removeDocument, own);
  await onceStored(window, application, 0);
  await sent(upload, "sent after the removal");
  await onceStored(window, application, 0);
  const refused = await client.refusal(announceDocument, announced);
  assert.deepEqual([refused.status, refused.code], [404, "no-such-document"]);
};

export const afterSubmission = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const application = await drafted(visitor);
  const announced = announcement(visitor, application);
  const { document, upload } = await client.ask(announceDocument, announced);
  await handIn(visitor, application, "lease-contract");
  await sent(upload, "the contract as it was submitted");
  const own = { params: { application, document: document.document }, token };
  const submitted = await sooner("the inspection", async () => {
    const seen = await client.ask(readDocument, own);
    return seen.state === "clean" ? seen : undefined;
  });
  await sent(upload, "another contract");
  await onceStored(window, application, 2);
  await client.ask(submitApplication, { params: { application }, token });
  await sent(upload, "yet another contract");
  await onceStored(window, application, 2);
  assert.equal((await client.ask(readDocument, own)).sha256, submitted.sha256);
  assert.equal((await client.refusal(announceDocument, announced)).code, "not-a-draft");
};
