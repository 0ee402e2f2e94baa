import type { Locality } from "../place/locality.ts";
import type { Calendar, CalendarOverride, CalendarYear } from "./calendar.ts";

const merged = new WeakMap<Calendar, Map<Locality, Calendar>>();

/**
 * The calendar as it holds in one locality: the national one with the local days on top. A local make-up day undoes a
 * national day off and the other way round. Same version, because both come from the same data; the same object for
 * the same question, so its tables are laid out once.
 */
export function localCalendar(calendar: Calendar, locality: Locality): Calendar {
  const localities = merged.get(calendar) ?? new Map<Locality, Calendar>();
  merged.set(calendar, localities);
  const local = localities.get(locality) ?? merge(calendar, locality);
  localities.set(locality, local);
  return local;
}

function merge(calendar: Calendar, locality: Locality): Calendar {
  const local = (year: CalendarYear) => year.overrides?.find((override) => override.locality === locality);
  if (!calendar.years.some(local)) return calendar;
  return { ...calendar, years: calendar.years.map((year) => lay(year, local(year))) };
}

function lay(year: CalendarYear, local: CalendarOverride | undefined): CalendarYear {
  if (!local) return year;
  const { document, source, holidays, workdays } = local;
  return {
    ...year,
    document: `${year.document}; ${document}`,
    source: `${year.source}; ${source}`,
    holidays: [...year.holidays.filter((day) => !workdays.includes(day)), ...holidays],
    workdays: [...year.workdays.filter((day) => !holidays.includes(day)), ...workdays],
  };
}
