import * as z from "zod";
import { addDays, Day, dayOf, endOf } from "../day.ts";
import { HOUR, Instant, later, MINUTE } from "../instant.ts";
import { CalendarVersion, type Calendar } from "./calendar.ts";
import type { Limit } from "./limit.ts";
import { addMonths } from "./month.ts";
import { dayKind } from "./working-day.ts";
import { workingDayAfter } from "./working-day-table.ts";

/**
 * When a limit ends. `due` is the first instant that is no longer in time: 24:00 of `lastDay` in Asia/Shanghai
 * (民法典 Civil Code art. 203), or for hours and minutes exactly that much later. `provisional`: it rests on a year
 * whose notice is not out; shown as 预计 and computed again when the notice is imported. `version` names the calendar.
 */
export const Deadline = z.object({
  lastDay: Day,
  due: Instant,
  provisional: z.boolean(),
  version: CalendarVersion,
});
export type Deadline = z.infer<typeof Deadline>;

/**
 * The end of `limit` begun at `from`. The start day is not counted (民法典 art. 201).
 * Working days: the n-th working day after the start day; zero means the start day itself.
 * Calendar days and months: the last day, or the next working day when that one is off (art. 203). The same holds for
 * zero working days begun on a day off.
 */
export function deadline(calendar: Calendar, from: Instant, limit: Limit): Deadline {
  if (limit.unit === "hour" || limit.unit === "minute") return elapsed(calendar, from, limit);
  const start = dayOf(from);
  const { day, provisional } =
    limit.unit === "working-day" && limit.count > 0
      ? workingDayAfter(calendar, start, limit.count)
      : rolled(calendar, nominalDay(start, limit));
  return { lastDay: day, due: endOf(day), provisional, version: calendar.version };
}

/** The last day of a limit before it rolls off a day off: for days, months, and zero working days. */
export const nominalDay = (start: Day, { count, unit }: Limit): Day =>
  unit === "month" ? addMonths(start, count) : addDays(start, unit === "calendar-day" ? count : 0);

function rolled(calendar: Calendar, day: Day): { day: Day; provisional: boolean } {
  const { working, provisional } = dayKind(calendar, day);
  if (working) return { day, provisional };
  const next = workingDayAfter(calendar, day, 1);
  return { day: next.day, provisional: provisional || next.provisional };
}

/** Hours and minutes run on the clock, over nights and days off. */
function elapsed(calendar: Calendar, from: Instant, { count, unit }: Limit): Deadline {
  const due = later(from, count * (unit === "hour" ? HOUR : MINUTE));
  return { lastDay: dayOf(later(due, -1)), due, provisional: false, version: calendar.version };
}
