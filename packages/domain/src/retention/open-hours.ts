import { beginningOf, hourAfter, hourOf, type FeedHour } from "../feed.ts";
import { HOUR, later, type Instant } from "../instant.ts";
import { current } from "../perform.ts";
import type { EventStore } from "../port/event-store.ts";
import type { Marks } from "../port/marks.ts";
import { keptUntil, type RunPeriod } from "./period.ts";
import { reportDecider, reportIdOf } from "./report.ts";

/** How long a new table is taken to be older than its first run; where it is older still, see the runbook. */
const FIRST_LOOK = 48 * HOUR;

/** The mark of where the log is taken to begin, noted by the first run there is. */
export const BEGUN = "retention-begun";

/** The mark of how far the reports of one kind of record go: it only saves the way along reports that are there. */
export const markOf = ({ record }: RunPeriod): string => `retained-${record}`;

/** Where a first run at `now` would begin. */
export const firstLook = (now: Instant): Instant => later(now, -Math.min(now, FIRST_LOOK));

/** Whether an hour of the log is wholly over: even what changed in its last millisecond has been kept long enough. */
export const isHourOver = ({ kept }: RunPeriod, hour: FeedHour, now: Instant): boolean =>
  keptUntil(kept, later(beginningOf(hourAfter(hour)), -1)) <= now;

interface Reading {
  readonly store: Pick<EventStore, "load">;
  readonly marks: Pick<Marks, "get">;
}

/** The first hour that no report tells of. */
export const firstOpenHour = async (
  { store, marks }: Reading,
  period: RunPeriod,
  now: Instant,
): Promise<FeedHour> => {
  const mark = (await marks.get(markOf(period))) ?? (await marks.get(BEGUN)) ?? firstLook(now);
  let hour = hourOf(mark);
  for (;;) {
    const { state } = await current(store, reportDecider, reportIdOf(period.record, hour));
    if (state === undefined) return hour;
    hour = state.until;
  }
};
