import { type Day, startOf } from "../day.ts";
import { HOUR, Instant, later } from "../instant.ts";
import type { Calendar } from "./calendar.ts";
import { deadline } from "./deadline.ts";
import type { Limit } from "./limit.ts";
import { workingDayBefore } from "./working-day-table.ts";

/** House rule, no legal source: warnings go out when the counter opens, not at midnight. */
const WARNING_HOUR = 9;

/**
 * When the people responsible are warned that `limit` is about to end: at 09:00 (Asia/Shanghai) of the working day
 * before the last day. One working day before expiry is what local rules of electronic supervision ask (电子监察);
 * the thresholds differ by place. Limits in hours and minutes, and those that begin later than that, warn at half (house rule):
 * a limit of zero days never warns at once.
 */
export function warningAt(calendar: Calendar, from: Instant, limit: Limit): Instant {
  const { lastDay, due } = deadline(calendar, from, limit);
  const half = Instant.parse(Math.floor((from + due) / 2));
  if (limit.unit === "hour" || limit.unit === "minute") return half;
  const at = warningBefore(calendar, lastDay);
  return at > from ? at : half;
}

/** When the counter opens on a day, for whatever people are told in the morning. */
export const counterOpens = (day: Day): Instant => later(startOf(day), WARNING_HOUR * HOUR);

/** When people are warned of a last day that no limit counts to. */
export const warningBefore = (calendar: Calendar, lastDay: Day): Instant =>
  counterOpens(workingDayBefore(calendar, lastDay));
