import { Calendar } from "@window/domain/calendar/calendar.ts";
import { Limit, type LimitUnit } from "@window/domain/calendar/limit.ts";
import { Day, startOf } from "@window/domain/day.ts";
import { HOUR, later, type Instant } from "@window/domain/instant.ts";

/** Noon in Shanghai of a day: an ordinary moment to begin. */
export const noon = (day: string): Instant => later(startOf(Day.parse(day)), 12 * HOUR);

export const limit = (count: number, unit: LimitUnit = "working-day"): Limit =>
  Limit.parse({ count, unit, provenance: { kind: "example" } });

type Days = {
  holidays: readonly string[];
  workdays?: readonly string[];
  status?: "official" | "provisional";
};

/** A calendar of the years given, for tests. */
export const calendarOf = (region: string, years: Readonly<Record<number, Days>>): Calendar =>
  Calendar.parse({
    id: "cal_test",
    region,
    version: "test",
    years: Object.entries(years).map(([year, { holidays, workdays = [], status = "official" }]) => ({
      year: Number(year),
      status,
      document: `notice of ${year}`,
      issuedOn: null,
      source: "test",
      holidays,
      workdays,
    })),
  });

const span = (month: string, first: number, last: number): string[] =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => `${month}-${String(first + index).padStart(2, "0")}`,
  );

/**
 * 2026 as 国办发明电〔2025〕7号 says and 2027 as far as the law fixes it, written here a second time, so that the engine is
 * tested without the shipped data.
 */
export const china = calendarOf("CN", {
  2026: {
    holidays: [
      ...span("2026-01", 1, 3),
      ...span("2026-02", 15, 23),
      ...span("2026-04", 4, 6),
      ...span("2026-05", 1, 5),
      ...span("2026-06", 19, 21),
      ...span("2026-09", 25, 27),
      ...span("2026-10", 1, 7),
    ],
    workdays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
  2027: {
    status: "provisional",
    holidays: [
      "2027-01-01",
      ...span("2027-02", 5, 8),
      "2027-04-05",
      "2027-05-01",
      "2027-05-02",
      "2027-06-09",
      "2027-09-15",
      ...span("2027-10", 1, 3),
    ],
  },
});
