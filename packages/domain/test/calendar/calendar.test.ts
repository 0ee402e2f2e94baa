import assert from "node:assert/strict";
import { test } from "node:test";
import { Calendar, CalendarYear } from "@window/domain/calendar/calendar.ts";
import { localCalendar } from "@window/domain/calendar/local-calendar.ts";
import { dayKind } from "@window/domain/calendar/working-day.ts";
import { Day } from "@window/domain/day.ts";
import { Locality } from "@window/domain/place/locality.ts";
import { calendarOf, china } from "./sample.ts";

const year = {
  year: 2026,
  status: "official",
  document: "notice",
  issuedOn: "2025-11-04",
  source: "test",
  holidays: ["2026-10-01", "2026-10-02"],
  workdays: ["2026-10-10"],
};
const messages = (value: unknown): string[] =>
  CalendarYear.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

test("a year that says what a notice can say is taken", () => assert.deepEqual(messages(year), []));

test("a day cannot be off and made up for at once", () =>
  assert.deepEqual(messages({ ...year, workdays: ["2026-10-10"], holidays: ["2026-10-01", "2026-10-10"] }), [
    "2026-10-10 is both off and a make-up day",
  ]));

test("a make-up day is a Saturday or a Sunday", () =>
  assert.deepEqual(messages({ ...year, workdays: ["2026-10-09"] }), [
    "2026-10-09 is a make-up day but not a weekend",
  ]));

test("a day of another year is refused", () =>
  assert.deepEqual(messages({ ...year, holidays: ["2027-01-01"] }), ["2027-01-01 is not a day of 2026"]));

test("a day that stands twice is refused", () =>
  assert.deepEqual(messages({ ...year, holidays: ["2026-10-01", "2026-10-01"] }), [
    "2026-10-01 stands twice",
  ]));

test("a published year without holidays is an unfilled placeholder and refused", () =>
  assert.deepEqual(messages({ ...year, holidays: [], workdays: [] }), ["2026 has no holidays"]));

test("a day that does not exist is refused", () =>
  assert.equal(CalendarYear.safeParse({ ...year, holidays: ["2026-02-29"] }).success, false));

test("the days of a locality are held to the same rules", () => {
  const overrides = [
    { locality: "sanya", document: "d", source: "s", holidays: [], workdays: ["2026-04-20"] },
  ];
  assert.deepEqual(messages({ ...year, overrides }), ["2026-04-20 is a make-up day but not a weekend"]);
});

test("a calendar with a gap between its years is refused", () => {
  const of = (number: number) => ({
    ...year,
    year: number,
    status: "provisional",
    holidays: [],
    workdays: [],
  });
  const parse = (numbers: number[]) =>
    Calendar.safeParse({ id: "cal_x", region: "CN", version: "v", years: numbers.map(of) }).success;
  assert.equal(parse([2025, 2026, 2027]), true);
  assert.equal(parse([2025, 2027]), false);
  assert.equal(parse([2026, 2025]), false);
  assert.equal(parse([]), false);
});

test("every day says whether people work, why, and by which notice", () => {
  const kind = (day: string) => dayKind(china, Day.parse(day));
  const document = "notice of 2026";
  const official = { provisional: false };
  assert.deepEqual(kind("2026-11-23"), { working: true, ...official, reason: { code: "weekday", document } });
  assert.deepEqual(kind("2026-11-22"), {
    working: false,
    ...official,
    reason: { code: "weekend", document },
  });
  assert.deepEqual(kind("2026-02-14"), {
    working: true,
    ...official,
    reason: { code: "make-up-day", document },
  });
  assert.deepEqual(kind("2026-02-23"), {
    working: false,
    ...official,
    reason: { code: "holiday", document },
  });
});

test("a year whose notice is not out is provisional, even on a day that the law fixes", () => {
  assert.deepEqual(dayKind(china, Day.parse("2027-10-01")), {
    working: false,
    provisional: true,
    reason: { code: "holiday", document: "notice of 2027" },
  });
  assert.equal(dayKind(china, Day.parse("2027-03-02")).provisional, true);
});

test("a year that the calendar does not have is never silently Monday to Friday", () => {
  for (const [day, working, code] of [
    ["2028-10-02", true, "unpublished-weekday"],
    ["2028-10-01", false, "unpublished-weekend"],
    ["2025-10-01", true, "unpublished-weekday"],
  ] as const)
    assert.deepEqual(dayKind(china, Day.parse(day)), {
      working,
      provisional: true,
      reason: { code, document: null },
    });
});

test("a local holiday holds in its place and nowhere else", () => {
  const sanya = Locality.parse("sanya");
  const override = { locality: sanya, document: "local", source: "s", workdays: [] };
  const calendar = Calendar.parse({
    ...calendarOf("CN", { 2026: { holidays: ["2026-01-01"] } }),
    years: [{ ...year, overrides: [{ ...override, holidays: ["2026-04-20"] }] }],
  });
  const working = (of: Calendar) => dayKind(of, Day.parse("2026-04-20")).working;
  assert.equal(working(calendar), true);
  assert.equal(working(localCalendar(calendar, sanya)), false);
  assert.equal(working(localCalendar(calendar, Locality.parse("haikou"))), true);
  assert.equal(localCalendar(calendar, sanya), localCalendar(calendar, sanya));
});
