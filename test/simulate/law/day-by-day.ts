import type { Calendar } from "@window/domain/calendar/calendar.ts";
import type { Limit } from "@window/domain/calendar/limit.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Asia/Shanghai: days are counted from midnight there. */
const OFFSET = 8 * 60 * MINUTE;

const dayNumber = (instant: number): number => Math.floor((instant + OFFSET) / DAY);
const written = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const isWorking = ({ years }: Calendar, day: number): boolean => {
  const text = written(day);
  const year = years.find((known) => String(known.year) === text.slice(0, 4));
  if (year?.workdays.some((workday) => workday === text)) return true;
  if (year?.holidays.some((holiday) => holiday === text)) return false;
  return ![0, 6].includes(new Date(day * DAY).getUTCDay());
};

/** The same day of the month so many months later, or the last one when that month is shorter. */
const monthsLater = (day: number, months: number): number => {
  const from = new Date(day * DAY);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return (
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(from.getUTCDate(), last)) / DAY
  );
};

/** When a limit ends, counted on the fingers: the oracle for the engine, which looks into tables. */
export const dueBy = (calendar: Calendar, from: number, { count, unit }: Limit): number => {
  if (unit === "hour") return from + count * 60 * MINUTE;
  if (unit === "minute") return from + count * MINUTE;
  let day = dayNumber(from);
  if (unit === "working-day")
    for (let left = count; left > 0; left -= isWorking(calendar, day) ? 1 : 0) day += 1;
  else {
    day = unit === "month" ? monthsLater(day, count) : day + count;
    while (!isWorking(calendar, day)) day += 1;
  }
  return (day + 1) * DAY - OFFSET;
};
