import assert from "node:assert/strict";
import { test } from "node:test";
import { warningAt } from "@window/domain/calendar/warning.ts";
import { fromIso, toIso } from "@window/domain/instant.ts";
import { china, limit, noon } from "./sample.ts";

const warned = (from: string, count: number, unit?: Parameters<typeof limit>[1]): string =>
  toIso(warningAt(china, fromIso(from), limit(count, unit)));

test("the warning comes at nine on the working day before the last day", () =>
  assert.equal(warned("2026-11-23T12:00:00+08:00", 5), "2026-11-27T01:00:00.000Z"));

test("before a Monday the warning comes on Friday, before a holiday on the day before it", () => {
  assert.equal(warned("2026-11-23T12:00:00+08:00", 6), "2026-11-30T01:00:00.000Z");
  assert.equal(warned("2026-09-28T12:00:00+08:00", 3), "2026-09-30T01:00:00.000Z");
});

test("on the first working day of a year the day before is looked up in the year before", () =>
  assert.equal(warned("2026-12-30T12:00:00+08:00", 2), "2026-12-31T01:00:00.000Z"));

test("a limit too short for a warning the day before, down to zero days, warns at half and never at once", () => {
  const from = noon("2026-11-23");
  assert.equal(toIso(warningAt(china, from, limit(1))), "2026-11-23T22:00:00.000Z");
  assert.equal(toIso(warningAt(china, from, limit(0))), "2026-11-23T10:00:00.000Z");
});

test("hours warn at half of the time", () =>
  assert.equal(warned("2026-11-23T12:00:00+08:00", 24, "hour"), "2026-11-23T16:00:00.000Z"));
