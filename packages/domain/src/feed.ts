import * as z from "zod";
import type { StreamId } from "./id.ts";
import { HOUR, Instant, later, toIso } from "./instant.ts";
import type { FeedBucket } from "./port/event-store.ts";

/**
 * 500 commits a second, the burst we plan for, spread over 8 partitions of 1,000 write units each: no partition
 * of the feed is hot, and reading an hour takes 8 queries.
 */
export const FEED_SHARDS = 8;

/** An hour of the feed: `YYYY-MM-DDTHH` in UTC. */
export const FeedHour = z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3])$/);
export type FeedHour = z.infer<typeof FeedHour>;

export const hourOf = (instant: Instant): FeedHour => toIso(instant).slice(0, 13);

/** The instant an hour begins at. */
export const beginningOf = (hour: FeedHour): Instant => Instant.parse(Date.parse(`${hour}:00:00Z`));

export const hourAfter = (hour: FeedHour): FeedHour => hourOf(later(beginningOf(hour), HOUR));

/** The shard of the feed a stream is in. FNV-1a over the id: cheap, the same everywhere, and ids are already random. */
export const shardOf = (stream: StreamId): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < stream.length; index += 1)
    hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % FEED_SHARDS;
};

/** Where the feed keeps a commit of `stream` made at `at`. */
export const bucketOf = (stream: StreamId, at: Instant): FeedBucket => ({
  hour: hourOf(at),
  shard: shardOf(stream),
});
