import type { Commit } from "../commit.ts";
import type { StreamId } from "../id.ts";
import type { Leaf } from "../root/leaf.ts";

/** Where a commit stands in the feed: the hour of its instant, one of a few shards of it. */
export interface FeedBucket {
  /** `YYYY-MM-DDTHH` in UTC. */
  readonly hour: string;
  readonly shard: number;
}

export interface FeedPage {
  /** Place and hash of each commit. */
  readonly entries: readonly Leaf[];
  /** Hand it in to read on; absent on the last page. */
  readonly next?: string;
}

/**
 * The log. Every adapter promises:
 * - a stream holds commits 1, 2, 3 … without a gap, and a commit that was reported appended is never lost or changed;
 * - `append` puts commit `seq` only when the stream ends at `seq - 1`; of two writers exactly one wins;
 * - the very same commit (same hash) appended again is "appended": a lost response is no conflict;
 * - `load` sees every commit that was reported appended before it was called;
 * - every commit stands in exactly one feed bucket, readable at the latest a second after the append.
 * A conflict is a value; any other failure is thrown.
 */
export interface EventStore {
  load(stream: StreamId): Promise<readonly Commit[]>;
  append(commit: Commit): Promise<"appended" | "conflict">;
  feed(bucket: FeedBucket, after?: string): Promise<FeedPage>;
}
