import type { Calendar } from "../calendar/calendar.ts";
import { counterOpens } from "../calendar/warning.ts";
import { workingDayAfter, workingDayBefore } from "../calendar/working-day-table.ts";
import { type Day, endOf } from "../day.ts";
import { Instant } from "../instant.ts";
import type { Checkpoint, WatchedLimit } from "../item/checkpoint.ts";
import { CheckpointId, HOUSE_CHECKPOINTS } from "../item/checkpoint.ts";
import type { Item } from "../item/item.ts";
import type { Term } from "./term.ts";

/** An instant that is watched, in the ledger since the term was set: a timer only says that it has come. */
export interface Watched {
  readonly checkpoint: CheckpointId;
  readonly at: Instant;
}

/** The end of the legal limit of an item whose law draws a decision from silence. */
export const TACIT = CheckpointId.parse("tacit");

export const checkpointsOf = ({ checkpoints }: Pick<Item, "checkpoints">): readonly Checkpoint[] =>
  checkpoints ?? HOUSE_CHECKPOINTS;

const workingDaysFrom = (calendar: Calendar, day: Day, count: number): Day => {
  if (count >= 0) return count === 0 ? day : workingDayAfter(calendar, day, count).day;
  let before = day;
  for (let left = count; left < 0; left += 1) before = workingDayBefore(calendar, before);
  return before;
};

const instantOf = (
  { when }: Checkpoint,
  calendar: Calendar,
  from: Instant,
  { due, lastDay }: Pick<Term, "due" | "lastDay">,
): Instant => {
  if (when === "half") return Instant.parse(Math.floor((from + due) / 2));
  if (when.days === 0) return due;
  const day = workingDaysFrom(calendar, lastDay, when.days);
  return when.days < 0 ? counterOpens(day) : endOf(day);
};

/**
 * The instants at which a term that begins at `from` is looked at, in their order. One that would not lie after the
 * beginning is left out: a limit of zero days, or one that is nearly over when it begins, never escalates at once.
 */
export const watch = (
  { item, calendar, from }: { readonly item: Item; readonly calendar: Calendar; readonly from: Instant },
  limit: WatchedLimit,
  term: Pick<Term, "due" | "lastDay"> | undefined,
): readonly Watched[] =>
  term === undefined
    ? []
    : checkpointsOf(item)
        .filter((checkpoint) => checkpoint.limit === limit && !isInTerms(checkpoint))
        .map((checkpoint) => ({
          checkpoint: checkpoint.id,
          at: instantOf(checkpoint, calendar, from, term),
        }))
        .filter(({ at }) => at > from)
        .sort((one, other) => one.at - other.at);

/** Warning and red card of the promise have instants of their own in the terms of a case, and plans of their own. */
const isInTerms = ({ limit, card }: Checkpoint): boolean =>
  limit === "promised" && (card === "warning" || card === "red");

/** The next instant after `after` that is watched; one timer waits at a time. */
export const nextWatched = (
  watched: readonly Watched[] | undefined,
  after: Instant | undefined,
): Instant | undefined => watched?.find(({ at }) => after === undefined || at > after)?.at;
