import { HOUR, later, type Instant } from "@window/domain/instant.ts";
import type { Timers } from "@window/domain/port/timers.ts";
import type { Timer } from "@window/domain/timer.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventually } from "../kit/eventually.ts";
import { freshCase, freshHour, freshReferral } from "../kit/fresh.ts";

export interface TimersHarness {
  readonly timers: Timers;
  readonly close: () => Promise<void>;
}

const inOrder = (timers: readonly Timer[]): readonly string[] =>
  timers.map(({ at, subject, plan }) => `${String(at)} ${subject} ${plan}`).toSorted();

const readAll = async (timers: Timers, from: Instant, until: Instant): Promise<readonly string[]> => {
  const found: Timer[] = [];
  let after: string | undefined;
  do {
    const page = await timers.between(from, until, after);
    found.push(...page.timers);
    after = page.next;
  } while (after !== undefined);
  return inOrder(found);
};

export const timersSuite = (name: string, make: () => Promise<TimersHarness>): void => {
  describe(`timers: ${name}`, () => {
    let timers: Timers;
    let close: () => Promise<void>;
    before(async () => {
      ({ timers, close } = await make());
    });
    after(() => close());

    /** What stands between two instants, once it is as many as expected. */
    const between = (from: Instant, until: Instant, count: number) =>
      eventually(
        () => readAll(timers, from, until),
        (rows) => rows.length === count,
      );

    test("an instant is found in the span that begins with it, and not in the one that ends with it", async () => {
      const hour = freshHour();
      const timer: Timer = { subject: freshCase(), plan: "due", at: later(hour, 1000) };
      await timers.set(timer);
      assert.deepEqual(await between(timer.at, later(timer.at, 1), 1), inOrder([timer]));
      assert.deepEqual(await between(hour, later(hour, HOUR), 1), inOrder([timer]));
      assert.deepEqual(await readAll(timers, hour, timer.at), []);
      assert.deepEqual(await readAll(timers, later(timer.at, 1), later(hour, HOUR)), []);
    });

    test("the same instant set again is one row", async () => {
      const hour = freshHour();
      const timer: Timer = { subject: freshReferral(), plan: "attempt-4", at: later(hour, 5) };
      for (let times = 0; times < 3; times += 1) await timers.set(timer);
      assert.deepEqual(await between(hour, later(hour, HOUR), 1), inOrder([timer]));
    });

    test("a plan that was moved stands at both instants until one is removed", async () => {
      const hour = freshHour();
      const subject = freshCase();
      const early: Timer = { subject, plan: "warning", at: later(hour, 1) };
      const late: Timer = { subject, plan: "warning", at: later(hour, 2 * HOUR) };
      await timers.set(early);
      await timers.set(late);
      const until = later(hour, 3 * HOUR);
      assert.deepEqual(await between(hour, until, 2), inOrder([early, late]));
      await timers.remove(early);
      assert.deepEqual(await between(hour, until, 1), inOrder([late]));
    });

    test("removing what is not there, or not there any more, is a success", async () => {
      const timer: Timer = { subject: freshCase(), plan: "round-0", at: freshHour() };
      await timers.remove(timer);
      await timers.set(timer);
      await timers.remove(timer);
      await timers.remove(timer);
      assert.deepEqual(await between(timer.at, later(timer.at, 1), 0), []);
    });

    test("removing one plan leaves the others of the subject and those of the same instant alone", async () => {
      const at = freshHour();
      const subject = freshCase();
      const rows: Timer[] = [
        { subject, plan: "due", at },
        { subject, plan: "warning", at },
        { subject: freshCase(), plan: "due", at },
      ];
      await Promise.all(rows.map((timer) => timers.set(timer)));
      assert.deepEqual(await between(at, later(at, 1), 3), inOrder(rows));
      const [gone, ...rest] = rows;
      assert.ok(gone);
      await timers.remove(gone);
      assert.deepEqual(await between(at, later(at, 1), 2), inOrder(rest));
    });

    test("many instants over days are all found, each once", async () => {
      const hour = freshHour();
      const rows = Array.from({ length: 40 }, (_, index): Timer => {
        return { subject: freshCase(), plan: "due", at: later(hour, Math.floor(index / 2) * HOUR) };
      });
      await Promise.all(rows.map((timer) => timers.set(timer)));
      const found = await between(hour, later(hour, 20 * HOUR), rows.length);
      assert.deepEqual(found, inOrder(rows));
    });
  });
};
