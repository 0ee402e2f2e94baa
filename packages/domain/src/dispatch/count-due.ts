import { beginningOf, hourAfter, type FeedHour } from "../feed.ts";
import type { StreamId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { EventStore } from "../port/event-store.ts";
import type { LegalClock } from "../port/legal-clock.ts";
import type { Marks } from "../port/marks.ts";
import { firstOpenHour, isHourOver } from "../retention/open-hours.ts";
import type { Period, Retained, RunPeriod } from "../retention/period.ts";
import { applicationStanding, openingStanding, type Standing } from "../retention/standing.ts";
import { eachInHour } from "./each-in-hour.ts";

export interface CountingDue {
  readonly store: Pick<EventStore, "load" | "feed">;
  readonly marks: Pick<Marks, "get">;
  readonly clock: LegalClock;
  readonly periods: readonly Period[];
}

/** What the next run would do with one kind of record, from its first open hour until `until`. */
export interface Due {
  readonly record: Retained;
  readonly from: Instant;
  readonly until: Instant;
  readonly due: number;
  readonly held: number;
  /** False: there is more, and the looking ended before it took too long. */
  readonly complete: boolean;
}

/** Streams after which the looking ends: somebody waits for the answer. */
const MOST = 2000;

/** So many hours of nothing are looked at in a few seconds. */
const MOST_HOURS = 10 * 24;

const kindIn =
  ({ store, clock }: CountingDue, period: RunPeriod, hour: FeedHour) =>
  async (stream: StreamId): Promise<Standing["kind"]> => {
    const standing = period.record === "opening" ? openingStanding : applicationStanding;
    return (await standing(store, period, stream, [hour, clock.now()])).kind;
  };

const ofPeriod = async (deps: CountingDue, period: RunPeriod): Promise<Due> => {
  const now = deps.clock.now();
  const from = await firstOpenHour(deps, period, now);
  let [until, due, held, seen, hours] = [from, 0, 0, 0, 0];
  while (seen < MOST && hours < MOST_HOURS && isHourOver(period, until, now)) {
    const found = await eachInHour(deps.store, until, kindIn(deps, period, until));
    seen += found.length;
    hours += 1;
    due += found.filter((kind) => kind === "due").length;
    held += found.filter((kind) => kind === "held").length;
    until = hourAfter(until);
  }
  const { record } = period;
  const complete = !isHourOver(period, until, now);
  return { record, from: beginningOf(from), until: beginningOf(until), due, held, complete };
};

/** A dry run: says what the next run would erase, and changes nothing. */
export const countDue = async (deps: CountingDue): Promise<readonly Due[]> => {
  const all: Due[] = [];
  for (const period of deps.periods) if (period.endedBy === "run") all.push(await ofPeriod(deps, period));
  return all;
};
