import type { Calendar } from "@window/domain/calendar/calendar.ts";
import { dayKind } from "@window/domain/calendar/working-day.ts";
import { workingDayAfter, workingDayBefore } from "@window/domain/calendar/working-day-table.ts";
import { type Day, startOf } from "@window/domain/day.ts";
import { type Instant, later, MINUTE } from "@window/domain/instant.ts";

/** 示例: when counters open. */
export const OPENING = "09:00";

/** A time of day in Asia/Shanghai, `09:30`. */
export const timeOn = (day: Day, time: string): Instant => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return later(startOf(day), (hours * 60 + minutes) * MINUTE);
};

/** The working day `count` working days from the first one that is not before `today`; -1 is always before today. */
export const workingDayFrom = (calendar: Calendar, today: Day, count: number): Day => {
  const first = dayKind(calendar, today).working ? today : workingDayAfter(calendar, today, 1).day;
  if (count > 0) return workingDayAfter(calendar, first, count).day;
  let day = first;
  for (let back = count; back < 0; back += 1) day = workingDayBefore(calendar, day);
  return day;
};

/** When the counter opens on the next working day after `day`. */
export const nextOpening = (calendar: Calendar, day: Day): Instant =>
  timeOn(workingDayAfter(calendar, day, 1).day, OPENING);
