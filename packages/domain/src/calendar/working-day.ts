import { weekday, type Day } from "../day.ts";
import type { Calendar, CalendarYear } from "./calendar.ts";

export type DayReason =
  | "weekday"
  | "weekend"
  /** Off by the notice or by the law. */
  | "holiday"
  /** 调休上班: a weekend day on which everybody works. */
  | "make-up-day"
  | "unpublished-weekday"
  | "unpublished-weekend";

/**
 * Whether people work on a day, and why. `document` is the notice or law it rests on; it is null exactly for a day of
 * a year that the calendar does not have. Such a day is counted like an ordinary week, because some date must be
 * shown, but it says so (`unpublished-…`) and is `provisional`, so every date that rests on it is shown as 预计.
 */
export type DayKind = {
  working: boolean;
  provisional: boolean;
  reason: { code: DayReason; document: string | null };
};

export function dayKind(calendar: Calendar, day: Day): DayKind {
  const year = rulesOf(calendar).get(Number(day.slice(0, 4)));
  const weekend = weekday(day) % 6 === 0;
  if (!year) {
    const code = weekend ? "unpublished-weekend" : "unpublished-weekday";
    return { working: !weekend, provisional: true, reason: { code, document: null } };
  }
  const code = reasonOf(year, day, weekend);
  return {
    working: code === "weekday" || code === "make-up-day",
    provisional: year.provisional,
    reason: { code, document: year.document },
  };
}

type Rules = {
  provisional: boolean;
  document: string;
  holidays: ReadonlySet<Day>;
  workdays: ReadonlySet<Day>;
};

function reasonOf({ holidays, workdays }: Rules, day: Day, weekend: boolean): DayReason {
  if (workdays.has(day)) return "make-up-day";
  if (holidays.has(day)) return "holiday";
  return weekend ? "weekend" : "weekday";
}

/** Calendars are immutable values, so their lookup tables live as long as they do. */
const known = new WeakMap<Calendar, ReadonlyMap<number, Rules>>();

function rulesOf(calendar: Calendar): ReadonlyMap<number, Rules> {
  const found = known.get(calendar);
  if (found) return found;
  const rules = new Map(calendar.years.map((year) => [year.year, rulesOfYear(year)]));
  known.set(calendar, rules);
  return rules;
}

const rulesOfYear = ({ status, document, holidays, workdays }: CalendarYear): Rules => ({
  provisional: status === "provisional",
  document,
  holidays: new Set(holidays),
  workdays: new Set(workdays),
});
