import {
  draftApplication,
  readApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import { announceDocument, readDocument } from "@window/contract/operations/documents.ts";
import { readCase } from "@window/contract/operations/cases.ts";
import type { Answer } from "@window/department-kit/events.ts";
import type { Received } from "@window/department-kit/simulator/journal.ts";
import type { ApplicationId, CaseId } from "@window/domain/id.ts";
import assert from "node:assert/strict";
import type * as z from "zod";
import { postForm } from "../kit/post-form.ts";
import { clientOf, sooner } from "./client.ts";
import { pdf } from "./paper.ts";
import type { Person, PlayedDepartment, TestedWindow } from "./tested-window.ts";

/** Right answers of somebody with a passport; every number passes its checksum. */
export const answers = {
  "full-name": "Maria Santos",
  "id-type": "passport",
  passport: "L898902C3",
  "talent-class": "c",
  "employer-name": "海口示例海洋科技有限公司",
  "employer-credit-code": "91350100M000100Y43",
  "contract-from": "2026-03-01",
  "contract-until": "2029-02-28",
  "monthly-rent": 3200,
  "lease-address": "海口市示例路1号2单元303室",
};

export const draftBody = { item: "item_rent-subsidy", window: "win_haikou", answers };

/** Answers to the questions of an item; whether they are right is what many stories are about. */
export type Given = Readonly<Record<string, unknown>>;

/** Somebody with a token and a window before them. */
export const visitorOf = async (window: TestedWindow, person: Person = "maria-santos") => ({
  client: clientOf(window.origin),
  token: await window.tokenFor(person),
});
export type Visitor = Awaited<ReturnType<typeof visitorOf>>;

export const drafted = async ({ client, token }: Visitor, given: Given = answers): Promise<ApplicationId> =>
  (await client.ask(draftApplication, { token, body: { ...draftBody, answers: given } })).application;

/** Announces a document, uploads the bytes and waits for the verdict of the inspector. */
export const handIn = async (
  { client, token }: Visitor,
  application: ApplicationId,
  material: string,
  bytes: Uint8Array<ArrayBuffer> = pdf(material),
) => {
  const { document, upload } = await client.ask(announceDocument, {
    params: { application },
    token,
    body: { material, mediaType: "application/pdf" },
  });
  assert.equal(document.state, "awaited");
  assert.ok((await postForm(upload, bytes)) < 300);
  return sooner("the inspection", async () => {
    const read = { params: { application, document: document.document }, token };
    const seen = await client.ask(readDocument, read);
    return seen.state === "awaited" ? undefined : seen;
  });
};

/** A draft with both required papers, ready to be submitted. */
export const prepared = async (visitor: Visitor, given: Given = answers): Promise<ApplicationId> => {
  const application = await drafted(visitor, given);
  for (const material of ["labour-contract", "lease-contract"])
    assert.equal((await handIn(visitor, application, material)).state, "clean");
  return application;
};

export interface Submitted {
  readonly application: ApplicationId;
  readonly case: CaseId;
  readonly number: string;
  readonly queryCode: string;
}

/** Applies with everything that is needed. */
export const applied = async (visitor: Visitor, given: Given = answers): Promise<Submitted> => {
  const application = await prepared(visitor, given);
  const { client, token } = visitor;
  const submitted = await client.ask(submitApplication, { params: { application }, token });
  const [opened] = submitted.cases;
  assert.ok(opened);
  return { application, case: opened.case, number: opened.number, queryCode: opened.queryCode };
};

/** The webhook that asked a department about a case, once it has come. */
export const askedOf = (department: PlayedDepartment, subject: CaseId): Promise<Received> =>
  sooner("the webhook", async () =>
    department.desk.received().find(({ event }) => event.data.case === subject),
  );

/** What a department is asked about a case, answered. Returns what the window said to it. */
export const answeredBy = async (department: PlayedDepartment, subject: CaseId, answer: Answer) => {
  const { event } = await askedOf(department, subject);
  return department.desk.answer(event.subject, answer);
};

export const AGREED: Answer = { outcome: "agree", reasons: [] };

/** The case as its owner reads it, once it looks like this; it is there from the submission on. */
export const caseOnce = (
  { client, token }: Visitor,
  subject: CaseId,
  isRight: (seen: Case) => boolean,
): Promise<Case> =>
  sooner("the case coming so far", async () => {
    const seen = await client.ask(readCase, { params: { case: subject }, token });
    return isRight(seen) ? seen : undefined;
  });

type Case = z.output<(typeof readCase.answers)[200]>;

/** Both departments agree; the result that comes out. */
export const granted = async (window: TestedWindow, visitor: Visitor, submitted: Submitted) => {
  await answeredBy(window.talent, submitted.case, AGREED);
  await answeredBy(window.housing, submitted.case, AGREED);
  return sooner("the result", async () => {
    const read = { params: { application: submitted.application }, token: visitor.token };
    const { result } = await visitor.client.ask(readApplication, read);
    return result ?? undefined;
  });
};
