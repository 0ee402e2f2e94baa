import type { Commit } from "@window/domain/commit.ts";
import { bucketOf } from "@window/domain/feed.ts";
import type { StreamId } from "@window/domain/id.ts";
import type { EventStore, FeedBucket } from "@window/domain/port/event-store.ts";
import type { Leaf } from "@window/domain/root/leaf.ts";

export interface MemoryEventStore extends EventStore {
  /** Every stream, for whoever audits. */
  readonly streams: ReadonlyMap<StreamId, readonly Commit[]>;
}

const PAGE = 500;

const nameOf = ({ hour, shard }: FeedBucket): string => `${hour}#${shard}`;

export const openMemoryEventStore = (): MemoryEventStore => {
  const streams = new Map<StreamId, readonly Commit[]>();
  const feed = new Map<string, Leaf[]>();

  const enter = ({ stream, seq, at, hash }: Commit): void => {
    const bucket = nameOf(bucketOf(stream, at));
    const entries = feed.get(bucket) ?? [];
    if (entries.length === 0) feed.set(bucket, entries);
    entries.push({ stream, seq, hash });
  };
  return {
    streams,
    load: async (stream) => streams.get(stream) ?? [],
    async append(commit) {
      const known = streams.get(commit.stream) ?? [];
      const held = known[commit.seq - 1];
      if (held !== undefined) return held.hash === commit.hash ? "appended" : "conflict";
      if (known.length !== commit.seq - 1) return "conflict";
      streams.set(commit.stream, [...known, commit]);
      enter(commit);
      return "appended";
    },
    async feed(bucket, after = "0") {
      const all = feed.get(nameOf(bucket)) ?? [];
      const end = Number(after) + PAGE;
      const entries = all.slice(Number(after), end);
      return end < all.length ? { entries, next: String(end) } : { entries };
    },
  };
};
