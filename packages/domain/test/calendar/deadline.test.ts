import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deadline } from "@window/domain/calendar/deadline.ts";
import { Limit } from "@window/domain/calendar/limit.ts";
import { Day, endOf, startOf } from "@window/domain/day.ts";
import { fromIso, HOUR, later, toIso } from "@window/domain/instant.ts";
import { china, limit, noon } from "./sample.ts";

const lastDay = (day: string, count: number, unit?: Parameters<typeof limit>[1]): string =>
  deadline(china, noon(day), limit(count, unit)).lastDay;

describe("working days", () => {
  test("twenty working days from 28 September 2026 end on 30 October, the make-up day of 10 October counted", () =>
    assert.equal(lastDay("2026-09-28", 20), "2026-10-30"));

  test("the start day is not counted, though people work on it", () => {
    assert.equal(lastDay("2026-11-23", 1), "2026-11-24");
    assert.equal(lastDay("2026-11-27", 1), "2026-11-30");
  });

  test("a start on a day off counts from the next working day", () =>
    assert.equal(lastDay("2026-11-28", 1), "2026-11-30"));

  test("it does not matter at which hour of the day the limit begins", () => {
    const day = Day.parse("2026-11-23");
    for (const from of [startOf(day), later(endOf(day), -1)])
      assert.equal(deadline(china, from, limit(5)).lastDay, "2026-11-30");
  });

  test("a day begins and ends in Shanghai", () => {
    const lateEvening = fromIso("2026-11-23T15:59:59.999Z");
    assert.equal(deadline(china, lateEvening, limit(1)).lastDay, "2026-11-24");
    assert.equal(deadline(china, later(lateEvening, 1), limit(1)).lastDay, "2026-11-25");
  });

  test("the limit is kept until 24:00 of its last day", () =>
    assert.equal(toIso(deadline(china, noon("2026-11-23"), limit(1)).due), "2026-11-24T16:00:00.000Z"));

  test("zero working days are the same day, and the next working day when that one is off", () => {
    assert.equal(lastDay("2026-11-23", 0), "2026-11-23");
    assert.equal(lastDay("2026-11-28", 0), "2026-11-30");
  });

  test("a date that crosses into a year without a notice is provisional", () => {
    const { lastDay, provisional, version } = deadline(china, noon("2026-12-29"), limit(5));
    assert.deepEqual(
      { lastDay, provisional, version },
      {
        lastDay: "2027-01-06",
        provisional: true,
        version: "test",
      },
    );
    assert.equal(deadline(china, noon("2026-12-29"), limit(2)).provisional, false);
    assert.equal(deadline(china, noon("2026-12-31"), limit(1)).provisional, true);
  });

  test("a start in a year without a notice does not matter when nothing of it is counted", () => {
    assert.equal(deadline(china, noon("2025-12-31"), limit(1)).provisional, false);
    assert.equal(deadline(china, noon("2025-12-30"), limit(1)).provisional, true);
  });
});

describe("calendar days and months", () => {
  test("fifteen days are fifteen days", () =>
    assert.equal(lastDay("2026-11-03", 15, "calendar-day"), "2026-11-18"));

  test("a last day on a weekend rolls to the next working day", () =>
    assert.equal(lastDay("2026-11-13", 15, "calendar-day"), "2026-11-30"));

  test("a last day in the National Day week rolls to the day after it", () =>
    assert.equal(lastDay("2026-09-18", 15, "calendar-day"), "2026-10-08"));

  test("a last day on a make-up Saturday stays", () =>
    assert.equal(lastDay("2026-09-25", 15, "calendar-day"), "2026-10-10"));

  test("a month ends on the day of the same number, or on the last of a shorter month", () => {
    assert.equal(lastDay("2026-08-31", 1, "month"), "2026-09-30");
    assert.equal(lastDay("2026-07-31", 1, "month"), "2026-08-31");
    assert.equal(lastDay("2026-10-14", 2, "month"), "2026-12-14");
    assert.equal(lastDay("2026-01-31", 1, "month"), "2026-02-28");
  });

  test("only the end is asked of the calendar, so only the end can be provisional", () => {
    assert.equal(deadline(china, noon("2025-12-01"), limit(60, "calendar-day")).provisional, false);
    assert.equal(deadline(china, noon("2026-12-01"), limit(60, "calendar-day")).provisional, true);
  });
});

describe("hours and minutes", () => {
  test("twenty-four hours run on the clock, also over a weekend", () => {
    const from = fromIso("2026-11-27T18:30:00+08:00");
    const { due, lastDay, provisional } = deadline(china, from, limit(24, "hour"));
    assert.deepEqual(
      { due, lastDay, provisional },
      {
        due: later(from, 24 * HOUR),
        lastDay: "2026-11-28",
        provisional: false,
      },
    );
  });

  test("minutes that end at midnight end on the day before it", () =>
    assert.equal(
      deadline(china, fromIso("2026-11-23T23:30:00+08:00"), limit(30, "minute")).lastDay,
      "2026-11-23",
    ));

  test("a limit of zero hours would be late at once and is refused", () =>
    assert.equal(Limit.safeParse({ ...limit(1), count: 0, unit: "hour" }).success, false));
});

test("the time zone of the process does not matter", () => {
  const before = process.env["TZ"];
  const due = (zone: string) => {
    process.env["TZ"] = zone;
    return [new Date(0).getTimezoneOffset(), deadline(china, noon("2026-09-28"), limit(20)).due];
  };
  const kiritimati = due("Pacific/Kiritimati");
  const honolulu = due("Pacific/Honolulu");
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
  assert.notEqual(kiritimati[0], honolulu[0]);
  assert.equal(kiritimati[1], honolulu[1]);
});
