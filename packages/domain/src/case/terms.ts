import type { Calendar } from "../calendar/calendar.ts";
import { deadline } from "../calendar/deadline.ts";
import type { Limit } from "../calendar/limit.ts";
import { warningAt, warningBefore } from "../calendar/warning.ts";
import { type Day, endOf } from "../day.ts";
import type { Instant } from "../instant.ts";
import type { Item } from "../item/item.ts";
import { wayOf } from "../item/way-of.ts";
import type { Case } from "./case.ts";
import { TACIT, watch } from "./checkpoint.ts";
import type { Terms } from "./event.ts";
import type { Term } from "./term.ts";
import type { Ruling } from "./ruling.ts";

/** The end of a limit as the ledger keeps it, with the calendar version it was computed with. */
export const term = (calendar: Calendar, from: Instant, limit: Limit): Term => {
  const { due, lastDay, provisional, version } = deadline(calendar, from, limit);
  return { due, lastDay, provisional, calendar: version };
};

/** Whether a decision at that instant comes after what was promised, be it a promise that was given up since. */
export const isLate = ({ promised, overdueAt }: Pick<Case, "promised" | "overdueAt">, at: Instant): boolean =>
  overdueAt !== undefined || (promised !== undefined && at >= promised.due);

/** A day that stands as a date and is counted from nothing. */
const fixed = (calendar: Calendar, lastDay: Day): Term => ({
  due: endOf(lastDay),
  lastDay,
  provisional: false,
  calendar: calendar.version,
});

const promise = (
  { calendar, from, item }: { calendar: Calendar; from: Instant; item: Item },
  { way, season }: Pick<Ruling, "way" | "season">,
): Pick<Terms, "promised" | "warnAt"> => {
  const answeredBy = item.seasons?.find(({ id }) => id === season)?.answeredBy;
  // A case of a bundle may begin after the season was answered: a day that is over promises nothing.
  if (answeredBy !== undefined && from < endOf(answeredBy))
    return { promised: fixed(calendar, answeredBy), warnAt: warningBefore(calendar, answeredBy) };
  const { promised } = wayOf(item, { way }).limits;
  if (promised === null) return {};
  return { promised: term(calendar, from, promised), warnAt: warningAt(calendar, from, promised) };
};

/** The dates a case is held to that begins its way at an instant: by its season where it has one, else by its limits. */
export const termsOf = (
  context: { readonly calendar: Calendar; readonly from: Instant; readonly item: Item },
  ruling: Pick<Ruling, "way" | "season">,
): Terms => {
  const { legal } = wayOf(context.item, ruling).limits;
  const promised = promise(context, ruling);
  const lawful = legal === null ? undefined : term(context.calendar, context.from, legal);
  const watched = [
    ...watch(context, "promised", promised.promised),
    ...watch(context, "legal", lawful),
    ...(lawful === undefined || context.item.tacit === undefined
      ? []
      : [{ checkpoint: TACIT, at: lawful.due }]),
  ];
  return {
    ...promised,
    ...(lawful === undefined ? {} : { legal: lawful }),
    ...(watched.length === 0 ? {} : { watched: watched.sort((one, other) => one.at - other.at) }),
  };
};
