import { FEED_SHARDS, hourAfter, hourOf, type FeedHour } from "../feed.ts";
import type { StreamId } from "../id.ts";
import type { Instant } from "../instant.ts";
import { HOUR, later } from "../instant.ts";
import type { EventStore } from "../port/event-store.ts";

/** The hours of the feed that hold what was committed between two instants, and one more for clocks that are ahead. */
export function* hoursBetween(from: Instant, until: Instant): Generator<FeedHour> {
  const last = hourOf(later(until, HOUR));
  for (let hour = hourOf(from); hour <= last; hour = hourAfter(hour)) yield hour;
}

/** Every stream of one hour of the feed; one with very many commits there comes more than once. */
export async function* streamsOf(
  store: Pick<EventStore, "feed">,
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
  store: Pick<EventStore, "feed">,
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
