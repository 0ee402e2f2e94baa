import { beginningOf, FEED_SHARDS, hourAfter, hourOf, type FeedHour } from "../feed.ts";
import type { StreamId } from "../id.ts";
import type { Instant } from "../instant.ts";
import { HOUR, later } from "../instant.ts";
import type { EventStore } from "../port/event-store.ts";
import type { Marks } from "../port/marks.ts";
import type { Dispatching } from "./dispatch.ts";
import { dispatch, isDispatched } from "./dispatch.ts";

export interface Sweeping extends Dispatching {
  readonly marks: Marks;
}

const MARK = "feed-swept";

/** How long a new table is taken to be older than its first mark. */
const FIRST_LOOK = 48 * HOUR;

/** Clocks of writers differ a little, and an index is a little behind: the last hour is always looked at again. */
const OVERLAP = HOUR;

/** The hours of the feed that hold what was committed between two instants, and one more for clocks that are ahead. */
function* hoursBetween(from: Instant, until: Instant): Generator<FeedHour> {
  const last = hourOf(later(until, HOUR));
  for (let hour = hourOf(from); hour <= last; hour = hourAfter(hour)) yield hour;
}

async function* streamsOf(
  store: EventStore,
  hour: FeedHour,
): AsyncGenerator<{ stream: StreamId; seq: number }> {
  for (let shard = 0; shard < FEED_SHARDS; shard += 1) yield* streamsIn(store, hour, shard);
}

/** Every stream that has a commit in the feed between two instants, with the highest sequence number seen there. */
export async function* streamsBetween(
  store: EventStore,
  from: Instant,
  until: Instant,
): AsyncGenerator<{ stream: StreamId; seq: number }> {
  for (const hour of hoursBetween(from, until)) yield* streamsOf(store, hour);
}

async function* streamsIn(
  store: EventStore,
  hour: FeedHour,
  shard: number,
): AsyncGenerator<{ stream: StreamId; seq: number }> {
  let after: string | undefined;
  do {
    const page = await store.feed({ hour, shard }, after);
    const newest = new Map<StreamId, number>();
    for (const { stream, seq } of page.entries) newest.set(stream, Math.max(seq, newest.get(stream) ?? 0));
    for (const [stream, seq] of newest) yield { stream, seq };
    after = page.next;
  } while (after !== undefined);
}

const isBehind = async (deps: Sweeping, stream: StreamId, seq: number): Promise<boolean> =>
  isDispatched(stream) && ((await deps.views.get("card", stream))?.seq ?? 0) < seq;

/** Where the sweep before ended. The first one notes where it begins, so that its failures lose nothing either. */
const begin = async ({ marks }: Sweeping, now: Instant): Promise<Instant> => {
  const mark = await marks.get(MARK);
  if (mark !== undefined) return mark;
  const first = later(now, -Math.min(now, FIRST_LOOK));
  await marks.put(MARK, first);
  return first;
};

/**
 * Finds commits that no change stream brought, and dispatches them. The mark moves hour by hour and only over what was
 * dispatched, so an outage of any length loses nothing and a sweep that breaks off goes on where it was; a stream that
 * fails does not stop the others and is looked at again next time. Returns how many streams were found behind, and the
 * ids of those that failed.
 */
export const sweepFeed = async (deps: Sweeping): Promise<{ found: number; failed: readonly StreamId[] }> => {
  const now = deps.clock.now();
  const from = await begin(deps, now);
  const failed: StreamId[] = [];
  let found = 0;
  let swept = from;
  const settled = later(now, -OVERLAP);
  for (const hour of hoursBetween(from, now)) {
    for await (const { stream, seq } of streamsOf(deps.store, hour)) {
      if (!(await isBehind(deps, stream, seq))) continue;
      found += 1;
      await dispatch(deps, stream).catch(() => failed.push(stream));
    }
    const ended = beginningOf(hourAfter(hour));
    const until = ended < settled ? ended : settled;
    if (failed.length > 0 || until <= swept) continue;
    await deps.marks.put(MARK, until);
    swept = until;
  }
  return { found, failed };
};
