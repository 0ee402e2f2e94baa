import { listApplications, readApplication } from "@window/contract/operations/applications.ts";
import { listCases, readCase, readProgress } from "@window/contract/operations/cases.ts";
import { listKeys } from "@window/contract/operations/keys.ts";
import { listReferrals, readReferral } from "@window/contract/operations/referrals.ts";
import { readResult, verifyResult } from "@window/contract/operations/results.ts";
import { compactVerify, importJWK } from "jose";
import assert from "node:assert/strict";
import {
  AGREED,
  answeredBy,
  applied,
  askedOf,
  caseOnce,
  granted,
  type Submitted,
  type Visitor,
  visitorOf,
} from "./applying.ts";
import { sooner } from "./client.ts";
import type { TestedWindow } from "./tested-window.ts";

/** Two departments in sequence, and a certificate that a stranger verifies with nothing but the published keys. */
export const grantedByBoth = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  const result = await granted(window, visitor, submitted);
  const { client, token } = visitor;
  const own = await client.ask(readResult, { params: { result }, token });
  assert.ok(own.certificate);
  const verified = await client.ask(verifyResult, { body: { certificate: own.certificate } });
  assert.equal(verified.verdict, "genuine");
  assert.equal(verified.claims.num, submitted.number);
  assert.equal(verified.claims.nam, "M**** S*****");
  const { keys } = await client.ask(listKeys);
  await verifiedOffline(own.certificate, keys, result);
};

const verifiedOffline = async (certificate: string, keys: readonly unknown[], result: string) => {
  for (const jwk of keys) {
    assert.ok(typeof jwk === "object" && jwk !== null);
    const { payload } = await compactVerify(certificate, await importJWK({ ...jwk, kty: "EC" }), {
      algorithms: ["ES256"],
    });
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
    assert.ok(typeof claims === "object" && claims !== null && "jti" in claims && claims.jti === result);
  }
};

/** What the owner, the departments and a stranger with the query code see while the case goes through. */
export const seenOnTheWay = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  await seenAtOnce(visitor, submitted);
  const waiting = await caseOnce(visitor, submitted.case, ({ turn }) => turn.of === "departments");
  assert.deepEqual(waiting.turn.of === "departments" && waiting.turn.departments.map(({ id }) => id), [
    "dept_talent-office",
  ]);
  assert.equal(waiting.promised?.example, true);
  assert.ok(waiting.promised.due > waiting.receivedAt);
  await seenByDepartment(window, submitted);
  await seenByStranger(visitor, submitted);
  await seenInLists(visitor, submitted);
  await answeredBy(window.talent, submitted.case, AGREED);
  const second = await caseOnce(visitor, submitted.case, ({ referrals }) => referrals.length === 2);
  assert.equal(second.referrals[0]?.answer?.standing, "in-time");
  await answeredBy(window.housing, submitted.case, AGREED);
  const decided = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "decided");
  assert.equal(decided.decision?.decision, "granted");
  assert.deepEqual(decided.turn, { of: "nobody" });
};

/** What a submission answered can be asked about in the same moment, whatever has come of it yet. */
const seenAtOnce = async ({ client, token }: Visitor, { number, queryCode, case: subject }: Submitted) => {
  const progress = await client.ask(readProgress, { body: { number, queryCode } });
  const own = await client.ask(readCase, { params: { case: subject }, token });
  assert.deepEqual([progress.number, own.number], [number, number]);
};

const seenByDepartment = async (window: TestedWindow, submitted: Submitted) => {
  const { client, token } = await visitorOf(window, "talent-office");
  const { event } = await askedOf(window.talent, submitted.case);
  const { handle } = event.data;
  const read = await client.ask(readReferral, { params: { handle }, token });
  assert.equal(read.referral, event.subject);
  assert.equal(read.answers?.find(({ field }) => field === "full-name")?.value, "Maria Santos");
  assert.deepEqual(
    read.documents.map(({ material }) => material),
    ["labour-contract"],
  );
  const [paper] = read.documents;
  const bytes = await fetch(paper?.link ?? "");
  assert.equal(bytes.status, 200);
  assert.equal((await bytes.arrayBuffer()).byteLength, paper?.size);
  const listed = await sooner("the worklist", async () => {
    const { rows } = await client.ask(listReferrals, { token, query: { limit: "100" } });
    return rows.find(({ case: subject }) => subject === submitted.case);
  });
  assert.equal(listed.handle, handle);
};

const seenByStranger = async ({ client }: Visitor, { number, queryCode, case: subject }: Submitted) => {
  const typed = { number: number.toLowerCase().replaceAll("-", " "), queryCode: queryCode.toLowerCase() };
  const progress = await client.ask(readProgress, { body: typed });
  assert.equal(progress.number, number);
  assert.equal(progress.phase, "running");
  assert.ok(!JSON.stringify(progress).includes("Santos"));
  assert.ok(!JSON.stringify(progress).includes(subject));
};

const seenInLists = async ({ client, token }: Visitor, submitted: Submitted) => {
  const list = { token, query: { limit: "100" } };
  await sooner("the lists", async () => {
    const cases = await client.ask(listCases, list);
    const applications = await client.ask(listApplications, list);
    const both =
      cases.rows.some((row) => row.case === submitted.case) &&
      applications.rows.some(
        ({ application, phase }) => application === submitted.application && phase === "submitted",
      );
    return both ? true : undefined;
  });
  const { cases } = await client.ask(readApplication, {
    params: { application: submitted.application },
    token,
  });
  assert.equal(cases[0]?.queryCode, submitted.queryCode);
  assert.equal(
    (await client.ask(readCase, { params: { case: submitted.case }, token })).number,
    submitted.number,
  );
};
