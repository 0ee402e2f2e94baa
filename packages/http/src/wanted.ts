import { endOf, startOf, type Day } from "@window/domain/day.ts";
import { toIso, type Instant } from "@window/domain/instant.ts";
import type { SortRange } from "@window/domain/port/views.ts";
import type { ViewRow } from "@window/domain/view.ts";

/** What members of a row have to be; a member that nobody asked about is not looked at. */
export type Wanted = Readonly<Record<string, string | { readonly most: Instant } | undefined>>;

export const isWanted = (wanted: Wanted = {}, { body }: ViewRow): boolean =>
  Object.entries(wanted).every(([member, wish]) => {
    const value = body[member];
    if (typeof wish !== "object") return wish === undefined || value === wish;
    return typeof value === "number" && value <= wish.most;
  });

/** Rows whose `sort` begins with a moment of these days in Asia/Shanghai, the last one included. */
export const daysFrom = ({
  from,
  to,
}: {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}): SortRange => ({
  ...(from === undefined ? {} : { from: toIso(startOf(from)) }),
  ...(to === undefined ? {} : { before: toIso(endOf(to)) }),
});

/** A limit whose last day is this one, or earlier: it is over at the end of that day and not a moment later. */
export const overBy = (day: Day | undefined): { readonly most: Instant } | undefined =>
  day === undefined ? undefined : { most: endOf(day) };

/** The same where `sort` begins with the end of the limit: `#` follows the moment, and `$` comes next to it. */
export const overByInSort = (day: Day | undefined): SortRange =>
  day === undefined ? {} : { before: `${toIso(endOf(day))}$` };
