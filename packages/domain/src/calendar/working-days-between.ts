import type { Day } from "../day.ts";
import type { Calendar } from "./calendar.ts";
import { workingDayAfter } from "./working-day-table.ts";

/** How many working days come after `since` up to `until`, which counts: 0 where there is none. */
export const workingDaysBetween = (calendar: Calendar, since: Day, until: Day): number => {
  let count = 0;
  for (let day = since; ; count += 1) {
    ({ day } = workingDayAfter(calendar, day, 1));
    if (day > until) return count;
  }
};
