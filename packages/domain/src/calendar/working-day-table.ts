import { addDays, Day } from "../day.ts";
import type { Calendar } from "./calendar.ts";
import { dayKind } from "./working-day.ts";

/** The working days of one year, in order. */
type Year = { days: readonly Day[]; provisional: boolean };

/** Calendars are immutable values: a year is laid out once and from then on only looked up. */
const laidOut = new WeakMap<Calendar, Map<number, Year>>();

/**
 * The `count`-th working day after `day` (which itself is never counted; `count` ≥ 1), and whether any day after
 * `day` up to it belongs to a year that is not official. O(log n), plus one step per year that is crossed.
 */
export function workingDayAfter(
  calendar: Calendar,
  day: Day,
  count: number,
): { day: Day; provisional: boolean } {
  let number = yearOf(day);
  let year = lay(calendar, number);
  // What follows 31 December belongs to the next year only.
  let provisional = year.provisional && !day.endsWith("-12-31");
  let index = upTo(year.days, day) + count - 1;
  while (index >= year.days.length) {
    index -= year.days.length;
    number += 1;
    year = lay(calendar, number);
    provisional ||= year.provisional;
  }
  return { day: at(year.days, index), provisional };
}

/** The last working day before `day`. */
export function workingDayBefore(calendar: Calendar, day: Day): Day {
  const number = yearOf(day);
  const { days } = lay(calendar, number);
  const index = upTo(days, addDays(day, -1)) - 1;
  if (index >= 0) return at(days, index);
  const before = lay(calendar, number - 1).days;
  return at(before, before.length - 1);
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

function lay(calendar: Calendar, number: number): Year {
  const years = laidOut.get(calendar) ?? new Map<number, Year>();
  laidOut.set(calendar, years);
  const year = years.get(number) ?? layOut(calendar, number);
  years.set(number, year);
  return year;
}

function layOut(calendar: Calendar, number: number): Year {
  const first = Day.parse(`${number}-01-01`);
  const days: Day[] = [];
  for (let day = first; yearOf(day) === number; day = addDays(day, 1))
    if (dayKind(calendar, day).working) days.push(day);
  return { days, provisional: dayKind(calendar, first).provisional };
}

/** How many of the ascending `days` are not after `day`. ISO days sort as text. */
function upTo(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(days, middle) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function at(days: readonly Day[], index: number): Day {
  const day = days[index];
  if (day === undefined) throw new RangeError(`no working day at ${index}`);
  return day;
}
