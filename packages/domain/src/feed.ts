import type { StreamId } from "./id.ts";
import type { Instant } from "./instant.ts";
import { toIso } from "./instant.ts";
import type { FeedBucket } from "./port/event-store.ts";

/**
 * 500 commits a second, the burst we plan for, spread over 8 partitions of 1,000 write units each: no partition
 * of the feed is hot, and reading an hour takes 8 queries.
 */
export const FEED_SHARDS = 8;

/** `YYYY-MM-DDTHH` in UTC. */
export const hourOf = (instant: Instant): string => toIso(instant).slice(0, 13);

/** FNV-1a over the id: cheap, the same everywhere, and ids are already random. */
const shardOf = (stream: StreamId): number => {
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
