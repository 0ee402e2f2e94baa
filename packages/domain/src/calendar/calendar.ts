import * as z from "zod";
import { CalendarId } from "./calendar-id.ts";
import { Day, weekday } from "../day.ts";
import { Locality } from "../place/locality.ts";

/** Names the exact calendar a date was computed with; stands in every ledger commit. */
export const CalendarVersion = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<"CalendarVersion">();
export type CalendarVersion = z.infer<typeof CalendarVersion>;

/** Days of one locality beside the national ones (a local legal holiday, 全国年节及纪念日放假办法 art. 4). */
export const CalendarOverride = z.object({
  locality: Locality,
  document: z.string().min(1),
  source: z.string().min(1),
  holidays: z.array(Day),
  workdays: z.array(Day),
});
export type CalendarOverride = z.infer<typeof CalendarOverride>;

/**
 * What one notice says about one year. `holidays` are days off by the notice, on whatever weekday; `workdays` are
 * make-up days (调休上班), weekend days on which everybody works. `official`: the State Council's notice is out.
 * `provisional`: only what the law itself fixes; make-up days are unknown, every date is 预计.
 */
export const CalendarYear = z
  .object({
    year: z.int().min(1993).max(2999),
    status: z.enum(["official", "provisional"]),
    document: z.string().min(1),
    issuedOn: Day.nullable(),
    source: z.string().min(1),
    holidays: z.array(Day),
    workdays: z.array(Day),
    overrides: z.array(CalendarOverride).optional(),
  })
  .check((context) => {
    const refuse = (message: string) =>
      context.issues.push({ code: "custom", message, input: context.value });
    for (const fault of contradictions(context.value)) refuse(fault);
  });
export type CalendarYear = z.infer<typeof CalendarYear>;

/** All we know about working days, in one version. Years follow one another without a gap. */
export const Calendar = z
  .object({
    id: CalendarId,
    region: z.string().regex(/^[A-Z]{2}$/),
    version: CalendarVersion,
    years: z.array(CalendarYear).min(1),
  })
  .refine(({ years }) => years.every(({ year }, index) => year === (years[0]?.year ?? year) + index), {
    path: ["years"],
    message: "years must follow one another without a gap",
  });
export type Calendar = z.infer<typeof Calendar>;

type Days = { holidays: readonly Day[]; workdays: readonly Day[] };

function contradictions(
  year: Days & { year: number; status: string; overrides?: readonly Days[] | undefined },
): string[] {
  const own = contradictionsOf(year.year, year);
  // A published year without a single day off is a placeholder that somebody forgot to fill.
  const empty =
    year.status === "official" && year.holidays.length === 0 ? [`${year.year} has no holidays`] : [];
  return [...own, ...empty, ...(year.overrides ?? []).flatMap((days) => contradictionsOf(year.year, days))];
}

function contradictionsOf(year: number, { holidays, workdays }: Days): string[] {
  const all = [...holidays, ...workdays];
  const off = new Set(holidays);
  return [
    ...all.filter((day) => !day.startsWith(`${year}-`)).map((day) => `${day} is not a day of ${year}`),
    ...workdays.filter((day) => off.has(day)).map((day) => `${day} is both off and a make-up day`),
    ...workdays
      .filter((day) => weekday(day) % 6 !== 0)
      .map((day) => `${day} is a make-up day but not a weekend`),
    ...twice(holidays)
      .concat(twice(workdays))
      .map((day) => `${day} stands twice`),
  ];
}

const twice = (days: readonly Day[]): Day[] => days.filter((day, index) => days.indexOf(day) !== index);
