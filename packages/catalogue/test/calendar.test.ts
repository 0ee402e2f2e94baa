import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar } from "@window/catalogue/calendar.ts";
import { deadline } from "@window/domain/calendar/deadline.ts";
import { Limit } from "@window/domain/calendar/limit.ts";
import { dayKind } from "@window/domain/calendar/working-day.ts";
import { addDays, Day, startOf } from "@window/domain/day.ts";

// The foreign oracle reckons in the zone of its process, from its import on; ours does not care.
process.env["TZ"] = "Asia/Shanghai";
const { default: chineseDays } = await import("chinese-days");

const daysOf = (first: string, last: string): Day[] => {
  const days: Day[] = [];
  for (let day = Day.parse(first); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};
const working = (day: Day): boolean => dayKind(calendar, day).working;
const end = (day: string, count: number) =>
  deadline(
    calendar,
    startOf(Day.parse(day)),
    Limit.parse({ count, unit: "working-day", provenance: { kind: "example" } }),
  );

test("2025 and 2026 agree with chinese-days day by day", () => {
  const days = daysOf("2025-01-01", "2026-12-31");
  assert.equal(days.length, 730);
  for (const day of days) assert.equal(working(day), chineseDays.isWorkday(day), day);
});

test("limits of one to sixty working days inside 2025 and 2026 agree with chinese-days", () => {
  for (const day of daysOf("2025-01-01", "2026-09-28").filter((_, index) => index % 5 === 0))
    for (const count of [1, 3, 5, 10, 20, 45, 60])
      assert.equal(end(day, count).lastDay, chineseDays.findWorkday(count, day), `${day} + ${count}`);
});

test("2026 has 248 working days, 29 of them from 23 November on", () => {
  assert.equal(daysOf("2026-01-01", "2026-12-31").filter(working).length, 248);
  assert.equal(daysOf("2026-11-23", "2026-12-31").filter(working).length, 29);
});

test("twenty working days from 28 September 2026 end on 30 October", () =>
  assert.equal(end("2026-09-28", 20).lastDay, "2026-10-30"));

test("five working days from 29 December 2026 end on 6 January 2027, provisionally", () => {
  const { lastDay, provisional } = end("2026-12-29", 5);
  assert.deepEqual({ lastDay, provisional }, { lastDay: "2027-01-06", provisional: true });
});

test("2027 holds the thirteen days of the law and nothing that only a notice can say", () => {
  const year = calendar.years.find(({ year }) => year === 2027);
  assert.equal(year?.status, "provisional");
  assert.equal(year.holidays.length, 13);
  assert.equal(year.workdays.length, 0);
  assert.ok(daysOf("2027-01-01", "2027-12-31").every((day) => dayKind(calendar, day).provisional));
});

test("every year names its document and where it was read", () => {
  for (const { status, document, issuedOn } of calendar.years) {
    assert.ok(issuedOn);
    if (status === "official") assert.match(document, /^国办发明电〔20\d\d〕\d+号$/u);
  }
});
