import { fromIso, later, toIso } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import test from "node:test";
import { LONGEST_TIMER } from "../../src/runner/alarm.ts";
import { DAY, executions, MORNING, openWorkshop, replayed, rests, SECOND } from "./workshop.ts";

const input = (at: string): Record<string, string> => ({ subject: "case-1", plan: "plan-7", at });

test("reaches a checkpoint at its instant, not a millisecond before", async () => {
  const shop = openWorkshop();
  await shop.workflow.start("deadline", "case-1-plan-7-x", input("2026-03-02T18:00:00.000+08:00"));
  await shop.pass(fromIso("2026-03-02T10:00:00Z") - MORNING - 1);
  assert.deepEqual(shop.calls, []);
  await shop.pass(1);
  assert.deepEqual(shop.calls, ["reach case-1"]);
  assert.deepEqual(rests(shop.database), ["deadline case-1-plan-7-x: Done succeeded"]);
  assert.deepEqual(executions(shop.database), replayed(shop.database));
});

test("reaches a checkpoint of the past at once", async () => {
  const shop = openWorkshop();
  await shop.workflow.start("deadline", "overdue", input("2025-12-31T16:00:00Z"));
  await shop.workflow.settled();
  assert.deepEqual(shop.calls, ["reach case-1"]);
});

for (const days of [25, 30, 60, 366, 3653]) {
  test(`waits ${days} days and is never early`, async () => {
    const shop = openWorkshop();
    await shop.workflow.start("deadline", "far", input(toIso(later(MORNING, days * DAY))));
    for (const share of [0.01, 0.24, 0.25, 0.25]) await shop.pass(Math.floor(days * DAY * share));
    assert.deepEqual(shop.calls, []);
    await shop.pass(days * DAY - Number(shop.clock.now()) + MORNING - 1);
    assert.deepEqual(shop.calls, []);
    await shop.pass(1);
    assert.deepEqual(shop.calls, ["reach case-1"]);
  });
}

test("arms no timer of more than 24.85 days, and one that rings early fires nothing", async () => {
  const shop = openWorkshop();
  const armed: { milliseconds: number; ring: () => void }[] = [];
  const far = 3653 * DAY;
  await shop.workflow.start("deadline", "far", input(toIso(later(MORNING, far))));
  await shop.workflow.run((milliseconds, ring) => {
    armed.push({ milliseconds, ring });
    return () => undefined;
  });
  let rings = 0;
  for (let last = armed.pop(); last !== undefined; last = armed.pop()) {
    assert.ok(last.milliseconds <= LONGEST_TIMER, `${last.milliseconds} ms fire at once`);
    assert.deepEqual(shop.calls, []);
    shop.clock.forward(last.milliseconds);
    last.ring();
    rings++;
    // The alarm asks the clock before it is set again.
    await new Promise(setImmediate);
  }
  await shop.workflow.settled();
  assert.equal(rings, Math.ceil(far / LONGEST_TIMER));
  assert.deepEqual(shop.calls, ["reach case-1"]);
});

test("a nearer checkpoint rings before one that was armed first", async () => {
  const shop = openWorkshop();
  const armed: number[] = [];
  await shop.workflow.run((milliseconds) => {
    armed.push(milliseconds);
    return () => undefined;
  });
  for (const seconds of [3600, 60, 600]) {
    await shop.workflow.start("deadline", `in-${seconds}`, input(toIso(later(MORNING, seconds * SECOND))));
    await new Promise(setImmediate);
  }
  assert.deepEqual(armed, [3600 * SECOND, 60 * SECOND]);
});

test("tries to reach a checkpoint for half an hour, then the execution fails and is reported", async () => {
  const shop = openWorkshop({
    reach: () => {
      throw new Error("ledger not readable");
    },
  });
  await shop.workflow.start("deadline", "overdue", input("2026-03-02T00:00:00Z"));
  await shop.workflow.settled();
  for (const seconds of [30, 60, 120, 240, 480, 960]) await shop.pass(seconds * SECOND);
  assert.equal(shop.calls.length, 7);
  assert.deepEqual(rests(shop.database), ["deadline overdue: Reach failed"]);
  assert.equal(shop.troubles.at(-1)?.what, "execution-failed");
  assert.deepEqual(executions(shop.database), replayed(shop.database));
});

test("fails an execution whose instant cannot be read, as Step Functions does", async () => {
  const shop = openWorkshop();
  await shop.workflow.start("deadline", "unreadable", input("next Tuesday"));
  assert.deepEqual(rests(shop.database), ["deadline unreadable: Wait failed"]);
  assert.equal(executions(shop.database)[0]?.failure, "States.Runtime");
});
