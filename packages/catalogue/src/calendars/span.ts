import { addDays, Day } from "@window/domain/day.ts";

/** The days from `first` to `last`, both included: notices speak of “1 to 7 October”. */
export function span(first: string, last: string): Day[] {
  const end = Day.parse(last);
  const days: Day[] = [];
  for (let day = Day.parse(first); day <= end; day = addDays(day, 1)) days.push(day);
  return days;
}
