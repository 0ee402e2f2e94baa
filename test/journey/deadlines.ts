import { fromIso } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { AGREED, answeredBy, applied, askedOf, caseOnce, visitorOf } from "./applying.ts";
import type { TestedWindow } from "./tested-window.ts";

/** Warned the working day before, overdue at the end of the last day, and the answers that come late still count. */
export const warnedOverdueAndLate = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  await askedOf(window.talent, submitted.case);
  const before = await caseOnce(visitor, submitted.case, ({ promised }) => promised !== null);
  assert.ok(before.warnAt !== null && before.promised !== null);
  assert.deepEqual([before.warnedAt, before.overdueAt], [null, null]);

  await window.moveClock(fromIso(before.warnAt));
  const warned = await caseOnce(visitor, submitted.case, ({ warnedAt }) => warnedAt !== null);
  assert.ok(String(warned.warnedAt) >= before.warnAt);
  assert.equal(warned.overdueAt, null);

  await window.moveClock(fromIso(before.promised.due));
  const overdue = await caseOnce(visitor, submitted.case, ({ overdueAt }) => overdueAt !== null);
  assert.ok(String(overdue.overdueAt) >= before.promised.due);

  const late = await answeredBy(window.talent, submitted.case, AGREED);
  assert.deepEqual([late.status, late.body], [200, { outcome: "received-late" }]);
  const onTime = await answeredBy(window.housing, submitted.case, AGREED);
  assert.deepEqual([onTime.status, onTime.body], [200, { outcome: "recorded" }]);
  const decided = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "decided");
  assert.deepEqual(
    decided.referrals.map(({ answer }) => answer?.standing),
    ["late", "in-time"],
  );
  assert.deepEqual([decided.decision?.decision, decided.decision?.late], ["granted", true]);
};

/** A case that ends in the following year rests on a calendar nobody has published: its dates are 预计. */
export const expectedOnly = async (window: TestedWindow): Promise<void> => {
  await window.moveClock(fromIso("2026-12-28T09:00:00+08:00"));
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  const seen = await caseOnce(visitor, submitted.case, ({ promised }) => promised !== null);
  assert.equal(seen.promised?.provisional, true);
  const { event } = await askedOf(window.talent, submitted.case);
  assert.equal(typeof event.data.provisional, "boolean");
};
