import { fromIso } from "@window/domain/instant.ts";
import { explainDelay, listLateCases } from "@window/contract/operations/delays.ts";
import { Day } from "@window/domain/day.ts";
import type { CaseId } from "@window/domain/id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import assert from "node:assert/strict";
import { AGREED, answeredBy, applied, askedOf, caseOnce, type Visitor, visitorOf } from "./applying.ts";
import { onDesk } from "./handling.ts";
import type { TestedWindow } from "./tested-window.ts";

/** Ready to be decided, and held until the public has a reason; a wrong one is refused with its article. */
const explained = async (window: TestedWindow, visitor: Visitor, subject: CaseId): Promise<void> => {
  const held = await caseOnce(visitor, subject, ({ turn }) => turn.of === "window");
  assert.deepEqual([held.phase, held.delay?.owed, held.delay?.explained], ["running", true, null]);
  const cards = new Map(held.cards.map(({ card, told }) => [card, told]));
  assert.ok(cards.get("yellow")?.includes("dept_talent-office"));
  assert.ok(cards.get("red")?.includes("win_haikou"));
  const clerk = await visitorOf(window, "wang-fang");
  assert.equal((await onDesk(clerk, subject)).for, "explanation");
  const sent = { token: clerk.token, params: { case: subject } };
  const body = {
    reason: "department-late",
    responsible: "dept_talent-office",
    expected: "2027-06-01",
  } as const;
  const { reason, ...unreasoned } = body;
  const refused = await clerk.client.refusal(explainDelay, { ...sent, body: unreasoned });
  assert.equal(refused.code, "delay-reason-missing");
  assert.match(refused.cause.zh, /第三十六条/);
  const past = { ...sent, body: { ...body, expected: "2025-01-02" } };
  assert.equal((await clerk.client.refusal(explainDelay, past)).code, "expected-date-past");
  const wrong = { ...sent, body: { ...body, responsible: "dept_exit-entry" } };
  assert.equal((await clerk.client.refusal(explainDelay, wrong)).code, "post-not-of-case");
  const published = { query: { limit: "100" } };
  const { rows } = await clerk.client.ask(listLateCases, published);
  assert.ok(rows.some((row) => row.reason === null && row.item === "item_rent-subsidy"));
  const given = await clerk.client.ask(explainDelay, {
    ...sent,
    body: {
      reason,
      responsible: DepartmentId.parse(body.responsible),
      expected: Day.parse(body.expected),
    },
  });
  assert.deepEqual([given.decision, given.delay.owed], ["granted", false]);
  assert.equal((await clerk.client.refusal(explainDelay, { ...sent, body })).code, "no-delay-to-explain");
};

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
  await explained(window, visitor, submitted.case);
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
