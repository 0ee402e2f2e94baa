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
 * the thresholds differ by place. Limits in hours and minutes warn at half (house rule). Never before `from`.
 */
export function warningAt(calendar: Calendar, from: Instant, limit: Limit): Instant {
  const { lastDay, due } = deadline(calendar, from, limit);
  const at =
    limit.unit === "hour" || limit.unit === "minute"
      ? Instant.parse(Math.floor((from + due) / 2))
      : warningBefore(calendar, lastDay);
  return at < from ? from : at;
}

/** When the counter opens on a day, for whatever people are told in the morning. */
export const counterOpens = (day: Day): Instant => later(startOf(day), WARNING_HOUR * HOUR);

/** When people are warned of a last day that no limit counts to. */
export const warningBefore = (calendar: Calendar, lastDay: Day): Instant =>
  counterOpens(workingDayBefore(calendar, lastDay));
