import assert from "node:assert/strict";
import { test } from "node:test";
import { deadline } from "@window/domain/calendar/deadline.ts";
import { calendarOf, limit, noon } from "./sample.ts";

/**
 * Dates expected by the specs of another case system, `ministryofjustice/correspondence_tool_staff`
 * (spec/services/deadline_calculator, MIT): facts about England and Wales that nobody here reckoned.
 */
const england = (year: number, holidays: readonly string[]) =>
  [year, { holidays: holidays.map((day) => `${year}-${day}`) }] as const;

const calendars = [
  [england(2017, ["01-02", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"])],
  [
    england(2019, ["01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"]),
    england(2020, ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"]),
  ],
  [england(2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"])],
].map((years) => calendarOf("GB", Object.fromEntries(years)));

const expected = [
  ["2017-05-18", 3, "working-day", "2017-05-23"],
  ["2017-05-18", 10, "working-day", "2017-06-02"],
  ["2017-05-18", 20, "working-day", "2017-06-16"],
  ["2017-05-18", 30, "working-day", "2017-06-30"],
  ["2017-05-18", 40, "working-day", "2017-07-14"],
  ["2021-07-03", 3, "working-day", "2021-07-07"],
  ["2021-07-03", 10, "working-day", "2021-07-16"],
  ["2021-07-03", 20, "working-day", "2021-07-30"],
  ["2021-05-01", 3, "working-day", "2021-05-06"],
  ["2021-05-01", 10, "working-day", "2021-05-17"],
  ["2021-05-01", 20, "working-day", "2021-06-01"],
  ["2019-09-27", 1, "month", "2019-10-28"],
  ["2019-04-06", 1, "month", "2019-05-07"],
  ["2019-08-27", 2, "month", "2019-10-28"],
  ["2019-09-26", 3, "month", "2019-12-27"],
  ["2019-10-01", 3, "month", "2020-01-02"],
] as const;

for (const [from, count, unit, lastDay] of expected)
  test(`${count} ${unit}s from ${from} end on ${lastDay} in England`, () => {
    const calendar = calendars.find(({ years }) => years.some(({ year }) => from.startsWith(`${year}`)));
    assert.ok(calendar);
    const found = deadline(calendar, noon(from), limit(count, unit));
    assert.deepEqual([found.lastDay, found.provisional], [lastDay, false]);
  });
