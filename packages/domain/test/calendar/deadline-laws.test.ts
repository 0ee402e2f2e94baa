import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countedDays } from "@window/domain/calendar/counted-days.ts";
import { deadline } from "@window/domain/calendar/deadline.ts";
import { warningAt } from "@window/domain/calendar/warning.ts";
import { dayKind } from "@window/domain/calendar/working-day.ts";
import { addDays, Day, dayOf } from "@window/domain/day.ts";
import { Instant } from "@window/domain/instant.ts";
import { china, limit } from "./sample.ts";

/** Begins in a year before the calendar, in an official, a provisional and a missing one, at any millisecond. */
const from = fc
  .integer({ min: Date.parse("2025-10-01T00:00:00Z"), max: Date.parse("2028-03-01T00:00:00Z") })
  .map((milliseconds) => Instant.parse(milliseconds));
const count = fc.integer({ min: 1, max: 300 });
const days = fc.constantFrom("working-day", "calendar-day", "month");
const anyUnit = fc.constantFrom("working-day", "calendar-day", "month", "hour", "minute");
const few = (unit: string, count: number) => (unit === "month" ? (count % 24) + 1 : count);

test("a longer limit never ends earlier, nor does one that begins later", () =>
  fc.assert(
    fc.property(from, from, count, count, anyUnit, (one, other, little, much, unit) => {
      const at = (from: Instant, count: number) => deadline(china, from, limit(few(unit, count), unit)).due;
      const [early, late] = one <= other ? [one, other] : [other, one];
      assert.ok(at(early, little) <= at(late, little));
      if (few(unit, little) <= few(unit, much)) assert.ok(at(early, little) <= at(early, much));
    }),
  ));

test("the last day is a working day, after the start day, and the warning lies between", () =>
  fc.assert(
    fc.property(from, count, days, (from, count, unit) => {
      const term = limit(few(unit, count), unit);
      const { lastDay, due } = deadline(china, from, term);
      assert.ok(dayKind(china, lastDay).working);
      assert.ok(lastDay > dayOf(from));
      const warning = warningAt(china, from, term);
      assert.ok(from <= warning && warning < due);
    }),
  ));

test("exactly as many working days are counted as the limit has, by a count day by day", () =>
  fc.assert(
    fc.property(from, count, (from, count) => {
      let day = dayOf(from);
      for (let left = count; left > 0;) {
        day = addDays(day, 1);
        if (dayKind(china, day).working) left -= 1;
      }
      assert.equal(deadline(china, from, limit(count)).lastDay, day);
    }),
  ));

test("a deadline is provisional exactly when a day that was looked up is", () =>
  fc.assert(
    fc.property(from, count, days, (from, count, unit) => {
      const term = limit(few(unit, count), unit);
      const listed = countedDays(china, from, term);
      const { lastDay, provisional } = deadline(china, from, term);
      assert.equal(
        provisional,
        listed.some((day) => day.provisional),
      );
      assert.deepEqual([listed.at(0)?.day, listed.at(-1)?.day], [dayOf(from), lastDay]);
      if (unit !== "month") assert.equal(listed.filter((day) => day.counted).length, few(unit, count));
    }),
  ));

test("a limit wholly inside official years is never provisional", () => {
  const inside = fc.integer({ min: 0, max: 300 }).map((days) => addDays(Day.parse("2026-01-01"), days));
  fc.assert(
    fc.property(inside, fc.integer({ min: 0, max: 30 }), (day, count) => {
      const found = deadline(china, Instant.parse(Date.parse(`${day}T03:00:00Z`)), limit(count));
      assert.equal(found.provisional, found.lastDay > "2026-12-31");
    }),
  );
});
