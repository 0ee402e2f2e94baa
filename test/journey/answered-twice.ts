import assert from "node:assert/strict";
import { AGREED, answeredBy, applied, askedOf, caseOnce, visitorOf } from "./applying.ts";
import { Problem } from "@window/contract/problem.ts";
import type { TestedWindow } from "./tested-window.ts";

/** The same message gets its first outcome again; another final answer is refused, kept, and shown. */
export const answeredAgain = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  const { desk } = window.talent;
  const { event } = await askedOf(window.talent, submitted.case);
  const first = await answeredBy(window.talent, submitted.case, AGREED);
  const repeated = await answeredBy(window.talent, submitted.case, AGREED);
  assert.deepEqual([repeated.status, repeated.body], [first.status, first.body]);
  assert.deepEqual(first.body, { outcome: "recorded" });

  const contrary = { outcome: "refuse", reasons: ["class-not-covered"] } as const;
  const second = await desk.answer(event.subject, contrary, { id: `second-${event.subject}` });
  assert.equal(second.status, 409);
  assert.equal(Problem.parse(second.body).code, "already-answered");
  const again = await desk.answer(event.subject, contrary, { id: `second-${event.subject}` });
  assert.deepEqual([again.status, again.body], [second.status, second.body]);

  const seen = await caseOnce(visitor, submitted.case, ({ referrals }) => referrals.length === 2);
  assert.equal(seen.referrals[0]?.secondAnswers, 1);
  assert.equal(seen.referrals[0].answer?.outcome, "agree");
};
