import { readApplication, withdrawApplication } from "@window/contract/operations/applications.ts";
import { listOpenings } from "@window/contract/operations/openings.ts";
import { readReferral, readReferredDocument } from "@window/contract/operations/referrals.ts";
import assert from "node:assert/strict";
import { AGREED, answeredBy, applied, askedOf, type Submitted, type Visitor, visitorOf } from "./applying.ts";
import { sooner } from "./client.ts";
import type { PlayedDepartment, TestedWindow } from "./tested-window.ts";

/** The documents of an application by their material. */
const papersOf = async ({ client, token }: Visitor, { application }: Submitted) => {
  const { documents } = await client.ask(readApplication, { params: { application }, token });
  return new Map(documents.map(({ material, document }) => [String(material), String(document)]));
};

/** How a department comes to the papers of one referral. */
const officeOf = async (
  window: TestedWindow,
  { client }: Visitor,
  [person, department]: readonly ["talent-office" | "housing-office", PlayedDepartment],
  submitted: Submitted,
) => {
  const { event } = await askedOf(department, submitted.case);
  const { handle } = event.data;
  const token = await window.tokenFor(person);
  const asking = (document: string | undefined) => ({ params: { handle, document: document ?? "" }, token });
  return {
    handle,
    documents: async () => (await client.ask(readReferral, { params: { handle }, token })).documents,
    reads: (document: string | undefined) => client.ask(readReferredDocument, asking(document)),
    refused: async (document: string | undefined) =>
      (await client.refusal(readReferredDocument, asking(document))).code,
  };
};

/** A department reads what its step needs, and that as long as it is to answer. */
export const readByDepartments = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  const papers = await papersOf(visitor, submitted);
  const [labour, lease] = [papers.get("labour-contract"), papers.get("lease-contract")];
  const talent = await officeOf(window, visitor, ["talent-office", window.talent], submitted);
  const paper = await talent.reads(labour);
  const response = await fetch(paper.link);
  assert.notEqual(new URL(paper.link).pathname.split("/")[1], "applications");
  assert.equal((await response.arrayBuffer()).byteLength, paper.size);
  assert.equal(await talent.refused(lease), "no-such-document", "the lease is not for the talent office");
  assert.equal(await talent.refused("doc_0"), "no-such-document");

  await answeredBy(window.talent, submitted.case, AGREED);
  assert.equal(await talent.refused(labour), "no-such-document", "answered: no purpose any more");
  const housing = await officeOf(window, visitor, ["housing-office", window.housing], submitted);
  assert.equal((await housing.reads(lease)).material, "lease-contract");
  assert.equal(await housing.refused(labour), "no-such-document");

  const own = { params: { case: submitted.case }, token: visitor.token };
  await sooner("the openings", async () => {
    const { rows } = await visitor.client.ask(listOpenings, own);
    const seen = rows.filter(({ shown }) => shown === "answers").map(({ office }) => office?.id);
    return ["dept_talent-office", "dept_housing-office"].every((id) => seen.includes(id)) ? true : undefined;
  });
};

/** Somebody else's referral is one that does not exist, and of a case that was taken back nothing is shown. */
export const notReadByDepartments = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  const labour = (await papersOf(visitor, submitted)).get("labour-contract") ?? assert.fail();
  const talent = await officeOf(window, visitor, ["talent-office", window.talent], submitted);
  const params = { handle: talent.handle, document: labour };
  const codeFor = async (token: string, of = params) =>
    (await visitor.client.refusal(readReferredDocument, { params: of, token })).code;
  assert.equal(await codeFor(await window.tokenFor("housing-office")), "no-such-referral");
  const token = await window.tokenFor("talent-office");
  assert.equal(await codeFor(token, { ...params, handle: "hnd_0" }), "no-such-referral");
  assert.equal(await codeFor(visitor.token), "not-allowed");
  assert.equal(await codeFor(await window.tokenFor("wang-fang")), "not-allowed");
  await talent.reads(labour);
  const { application } = submitted;
  await visitor.client.ask(withdrawApplication, { params: { application }, token: visitor.token });
  await sooner("the withdrawal", async () => ((await talent.documents()).length === 0 ? true : undefined));
  assert.equal(await talent.refused(labour), "no-such-document", "taken back: no purpose any more");
};
