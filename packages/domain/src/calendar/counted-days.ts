import { addDays, dayOf, type Day } from "../day.ts";
import type { Instant } from "../instant.ts";
import type { Calendar } from "./calendar.ts";
import { deadline, nominalDay } from "./deadline.ts";
import type { Limit } from "./limit.ts";
import { dayKind, type DayReason } from "./working-day.ts";

/**
 * One day of a limit. `counted`: it is one of the n. Beside the reasons of a day there are three of the count itself:
 * `start-day` (not counted, 民法典 art. 201), `calendar-day` (counted whatever it is) and `rolled-to` (the working day
 * to which the end moved, art. 203). `provisional`: this day was looked up in a year whose notice is not out.
 */
export type CountedDay = {
  day: Day;
  counted: boolean;
  provisional: boolean;
  reason: { code: DayReason | "start-day" | "calendar-day" | "rolled-to"; document: string | null };
};

const START = { code: "start-day", document: "民法典 第二百零一条" } as const;
const CALENDAR_DAY = { code: "calendar-day", document: null } as const;
const ROLLED_TO = { code: "rolled-to", document: "民法典 第二百零三条" } as const;

/**
 * Every day from the start day to the last day of `limit`, with what was done with it: the working of `deadline`,
 * for people. Hours and minutes count no days and give an empty list.
 */
export function countedDays(calendar: Calendar, from: Instant, limit: Limit): CountedDay[] {
  if (limit.unit === "hour" || limit.unit === "minute") return [];
  const start = dayOf(from);
  const { lastDay } = deadline(calendar, from, limit);
  const reckon = limit.unit === "working-day" && limit.count > 0 ? byWorkingDay : byNominalDay;
  const days: CountedDay[] = [];
  for (let day = start; day <= lastDay; day = addDays(day, 1))
    days.push(reckon(calendar, day, start, nominalDay(start, limit)));
  return days;
}

/** The calendar is asked for every day but the first. */
function byWorkingDay(calendar: Calendar, day: Day, start: Day): CountedDay {
  if (day === start) return { day, counted: false, provisional: false, reason: START };
  const { working, provisional, reason } = dayKind(calendar, day);
  return { day, counted: working, provisional, reason };
}

/** Days and months: the calendar is asked only whether one works on the nominal last day, and on those after it. */
function byNominalDay(calendar: Calendar, day: Day, start: Day, nominal: Day): CountedDay {
  const counted = day > start && day <= nominal;
  const plain = day === start ? START : CALENDAR_DAY;
  if (day < nominal) return { day, counted, provisional: false, reason: plain };
  const { working, provisional, reason } = dayKind(calendar, day);
  if (!working) return { day, counted, provisional, reason };
  return { day, counted, provisional, reason: day === nominal ? plain : ROLLED_TO };
}
