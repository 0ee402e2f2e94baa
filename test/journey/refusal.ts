import { readApplication } from "@window/contract/operations/applications.ts";
import assert from "node:assert/strict";
import { AGREED, answeredBy, applied, caseOnce, visitorOf } from "./applying.ts";
import type { TestedWindow } from "./tested-window.ts";

/** The second department refuses with a reason of the item's list; the applicant reads it, with the way to object. */
export const refusedBySecond = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  await answeredBy(window.talent, submitted.case, AGREED);
  const reply = await answeredBy(window.housing, submitted.case, {
    outcome: "refuse",
    reasons: ["lease-not-confirmed"],
    opinion: "备案系统中未查到该合同。",
  });
  assert.equal(reply.status, 200);
  const decided = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "decided");
  assert.equal(decided.decision?.decision, "refused");
  assert.deepEqual(
    decided.decision.reasons.map(({ code }) => code),
    ["lease-not-confirmed"],
  );
  assert.match(decided.remedies.zh, /行政复议/);
  assert.ok(!JSON.stringify(decided).includes("备案系统"), "the opinion is for the file");
  const own = { params: { application: submitted.application }, token: visitor.token };
  const { result, phase } = await visitor.client.ask(readApplication, own);
  assert.equal(result, null);
  assert.ok(phase === "submitted" || phase === "concluded");
};

/** The first department refuses: nobody else is asked. */
export const refusedByFirst = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  await answeredBy(window.talent, submitted.case, { outcome: "refuse", reasons: ["class-not-covered"] });
  const decided = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "decided");
  assert.equal(decided.referrals.length, 1);
  assert.equal(decided.decision?.decision, "refused");
};
