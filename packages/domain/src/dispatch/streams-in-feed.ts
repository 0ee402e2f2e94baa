import { FEED_SHARDS, hourOf, type FeedHour } from "../feed.ts";
import type { StreamId } from "../id.ts";
import type { Instant } from "../instant.ts";
import { HOUR, later } from "../instant.ts";
import type { EventStore, FeedBucket } from "../port/event-store.ts";

/** A stream in the feed, with the highest sequence number seen of it there. */
export interface InFeed {
  readonly stream: StreamId;
  readonly seq: number;
}

type Store = Pick<EventStore, "feed">;

interface HourOfFeed {
  readonly hour: FeedHour;
  readonly ends: Instant;
}

/** The hours of the feed that hold what was committed between two instants, and one more for clocks that are ahead. */
export function* hoursBetween(from: Instant, until: Instant): Generator<HourOfFeed> {
  for (let begins = later(from, -(from % HOUR)); begins <= until + HOUR;) {
    const ends = later(begins, HOUR);
    yield { hour: hourOf(begins), ends };
    begins = ends;
  }
}

/** Page by page the streams of a bucket, each once a page. */
export async function* pagesOf(store: Store, bucket: FeedBucket): AsyncGenerator<readonly InFeed[]> {
  let after: string | undefined;
  do {
    const page = await store.feed(bucket, after);
    const newest = new Map<StreamId, number>();
    for (const { stream, seq } of page.entries) newest.set(stream, Math.max(seq, newest.get(stream) ?? 0));
    yield Array.from(newest, ([stream, seq]) => ({ stream, seq }));
    after = page.next;
  } while (after !== undefined);
}

/** Every stream of one hour of the feed; one with very many commits there comes more than once. */
export async function* streamsOf(store: Store, hour: FeedHour): AsyncGenerator<InFeed> {
  for (let shard = 0; shard < FEED_SHARDS; shard += 1)
    for await (const page of pagesOf(store, { hour, shard })) yield* page;
}

/** Every stream that has a commit in the feed between two instants, some of them several times. */
export async function* streamsBetween(store: Store, from: Instant, until: Instant): AsyncGenerator<InFeed> {
  for (const { hour } of hoursBetween(from, until)) yield* streamsOf(store, hour);
}
