import assert from "node:assert/strict";
import { test } from "node:test";
import { countedDays } from "@window/domain/calendar/counted-days.ts";
import { china, limit, noon } from "./sample.ts";

const working = (day: string, count: number, unit?: Parameters<typeof limit>[1]): string[] =>
  countedDays(china, noon(day), limit(count, unit)).map(
    ({ day, counted, reason, provisional }) =>
      `${day.slice(5)} ${counted ? "+" : "-"} ${reason.code}${provisional ? " ?" : ""}`,
  );

test("working days are listed one by one, with why the others were not counted", () =>
  assert.deepEqual(working("2026-09-30", 2), [
    "09-30 - start-day",
    "10-01 - holiday",
    "10-02 - holiday",
    "10-03 - holiday",
    "10-04 - holiday",
    "10-05 - holiday",
    "10-06 - holiday",
    "10-07 - holiday",
    "10-08 + weekday",
    "10-09 + weekday",
  ]));

test("a make-up day is counted, and a day of a year without a notice is marked", () => {
  assert.deepEqual(working("2026-10-09", 1), ["10-09 - start-day", "10-10 + make-up-day"]);
  assert.deepEqual(working("2026-12-31", 1), [
    "12-31 - start-day",
    "01-01 - holiday ?",
    "01-02 - weekend ?",
    "01-03 - weekend ?",
    "01-04 + weekday ?",
  ]);
});

test("calendar days say where the end rolled to", () =>
  assert.deepEqual(working("2026-11-26", 2, "calendar-day"), [
    "11-26 - start-day",
    "11-27 + calendar-day",
    "11-28 + weekend",
    "11-29 - weekend",
    "11-30 - rolled-to",
  ]));

test("zero working days list the day itself, or how it rolled", () => {
  assert.deepEqual(working("2026-11-27", 0), ["11-27 - start-day"]);
  assert.deepEqual(working("2026-11-28", 0), ["11-28 - weekend", "11-29 - weekend", "11-30 - rolled-to"]);
});

test("hours and minutes count no days", () => assert.deepEqual(working("2026-11-27", 5, "hour"), []));
