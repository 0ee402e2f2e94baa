import { draftApplication, submitApplication } from "@window/contract/operations/applications.ts";
import { readCase } from "@window/contract/operations/cases.ts";
import { recordAttendance } from "@window/contract/operations/desk.ts";
import { answerInWorklist } from "@window/contract/operations/referrals.ts";
import assert from "node:assert/strict";
import { AGREED, answeredBy, caseOnce, visitorOf } from "./applying.ts";
import { answeredOnWorklist, appliedFor, draftOf, onDesk, preparedFor } from "./handling.ts";
import type { TestedWindow } from "./tested-window.ts";

/** Schooling is applied for in a season only; the refusal names the seasons there are. */
export const outOfSeason = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const { client, token } = visitor;
  const application = await preparedFor(
    visitor,
    draftOf("item_child-schooling", { "school-place": "haikou" }),
  );
  const refused = await client.refusal(submitApplication, { params: { application }, token });
  assert.equal(refused.code, "out-of-season");
  const next = refused.faults.find(({ field }) => field === "haikou-2027");
  assert.match(next?.cause.zh ?? "", /2027-07-21 12:00至2027-07-28 12:00（示例）/);
};

/** Two offices are asked at once; the one without a system answers in its worklist, once. */
export const answeredInWorklist = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const submitted = await appliedFor(visitor, "item_child-schooling");
  const asked = await caseOnce(visitor, submitted.case, ({ referrals }) => referrals.length === 2);
  assert.equal(asked.promised?.lastDay, "2027-01-22");
  await answeredBy(window.talent, submitted.case, AGREED);
  const first = await answeredOnWorklist(window, "education-office", submitted.case);
  assert.equal(first.receipt.outcome, "recorded");
  const office = await visitorOf(window, "education-office");
  const again = { params: { handle: first.handle }, token: office.token, body: { outcome: "agree" } };
  assert.equal((await office.client.refusal(answerInWorklist, again)).code, "already-answered");
  const talent = await visitorOf(window, "talent-office");
  const foreign = { ...again, token: talent.token };
  assert.equal((await talent.client.refusal(answerInWorklist, foreign)).code, "no-such-referral");
  await caseOnce(visitor, submitted.case, ({ referrals }) => referrals.length === 3);
  await answeredOnWorklist(window, "education-office", submitted.case);
  const decided = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "decided");
  assert.equal(decided.decision?.decision, "granted");
};

/** The employer applies; the foreigner enters on nobody's clock, comes in person, and a refusal would be final. */
export const permitThenResidence = async (window: TestedWindow): Promise<void> => {
  const person = await visitorOf(window, "maria-santos");
  const permit = draftOf("item_work-permit");
  assert.equal(
    (await person.client.refusal(draftApplication, { token: person.token, body: permit })).code,
    "employer-only",
  );
  const employer = await visitorOf(window, "he-lian");
  const first = await appliedFor(employer, "item_work-permit");
  await answeredOnWorklist(window, "human-resources", first.case);
  const awaiting = await caseOnce(employer, first.case, ({ result }) => result !== null);
  assert.deepEqual([awaiting.sequel?.awaits, awaiting.sequel?.case], ["entry", null]);
  assert.deepEqual(awaiting.turn, { of: "nobody" });

  const other = await preparedFor(
    person,
    draftOf("item_residence-permit", { "permit-number": first.number, passport: "X1234567" }),
  );
  const wrong = { params: { application: other }, token: person.token };
  assert.equal((await person.client.refusal(submitApplication, wrong)).code, "precedent-missing");
  const second = await appliedFor(person, "item_residence-permit", { "permit-number": first.number });
  const waiting = await caseOnce(person, second.case, () => true);
  assert.deepEqual([waiting.phase, waiting.turn, waiting.promised], ["received", { of: "applicant" }, null]);

  const clerk = await visitorOf(window, "wang-fang");
  assert.equal((await onDesk(clerk, second.case)).for, "attendance");
  await clerk.client.ask(recordAttendance, { params: { case: second.case }, token: clerk.token });
  const accepted = await caseOnce(person, second.case, ({ turn }) => turn.of === "departments");
  assert.equal(accepted.legal?.example, false);
  assert.equal(accepted.final, true);
  await answeredOnWorklist(window, "exit-entry", second.case, {
    outcome: "refuse",
    reasons: ["conditions-not-met"],
  });
  const refused = await caseOnce(person, second.case, ({ phase }) => phase === "decided");
  assert.match(refused.remedies.zh, /最终决定/);
  const followed = await employer.client.ask(readCase, {
    params: { case: first.case },
    token: employer.token,
  });
  assert.equal(followed.sequel?.case, second.case);
};

/** What is handled elsewhere is answered with the address. */
export const linkedOnly = async (window: TestedWindow): Promise<void> => {
  const { client, token } = await visitorOf(window);
  const body = { item: "item_income-tax", window: "win_haikou", answers: {} };
  const refused = await client.refusal(draftApplication, { token, body });
  assert.equal(refused.code, "external-item");
  assert.match(refused.link ?? "", /^https:/);
};
