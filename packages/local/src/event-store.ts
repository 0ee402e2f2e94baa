import { Commit } from "@window/domain/commit.ts";
import { beginningOf, FEED_SHARDS, shardOf } from "@window/domain/feed.ts";
import type { StreamId } from "@window/domain/id.ts";
import { HOUR, type Instant } from "@window/domain/instant.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import type { DatabaseSync } from "node:sqlite";
import { Leaf } from "@window/domain/root/leaf.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";
import { openRecent, type Recent } from "./recent.ts";

/** Told of each commit after it is on the disk. It starts work and must not throw. */
export type Appended = (stream: StreamId, seq: number) => void;

export interface LocalEventStore extends EventStore {
  /** The change stream of this store: at most once, never after a crash; the sweep over the feed finds the rest. */
  onAppended(listener: Appended): void;
}

/** Entries of the feed in one page. */
const PAGE = 500;

/** Streams whose commits are kept parsed: those of the last few hundred cases, some 20 KB each. */
const STREAMS_AT_HAND = 1024;

const createTable = `
  CREATE TABLE IF NOT EXISTS log (
    id INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    hash TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (stream, seq)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS log_feed ON log (bucket)`;

/** One statement, so a loser changes nothing: the commit before has to be there and the place has to be free. */
const insertNext = `
  INSERT INTO log (stream, seq, bucket, hash, content)
  SELECT ?1, ?2, ?3, ?4, ?5
  WHERE ?2 = 1 OR EXISTS (SELECT 1 FROM log WHERE stream = ?1 AND seq = ?2 - 1)
  ON CONFLICT DO NOTHING`;

const Contents = z.array(z.object({ content: z.string() }));
const HashRow = z.object({ hash: z.string() }).optional();
const FeedRows = z.array(Leaf.extend({ id: z.int() }));
const Cursor = z.coerce.number().int().nonnegative();

/** The hours since 1970 with the shard as the lowest digit. */
const bucketNumber = (at: Instant, shard: number): number => Math.floor(at / HOUR) * FEED_SHARDS + shard;

/** By place and not by name: with names an insert takes a sixth longer. */
const row = (commit: Commit) =>
  [
    commit.stream,
    commit.seq,
    bucketNumber(commit.at, shardOf(commit.stream)),
    commit.hash,
    JSON.stringify(commit),
  ] as const;

/** One process has the folder, so what it keeps of its streams is what there is. Stores on one database share it. */
const kept = new WeakMap<DatabaseSync, Recent<StreamId, readonly Commit[]>>();

const atHand = (database: DatabaseSync): Recent<StreamId, readonly Commit[]> => {
  const recent = kept.get(database) ?? openRecent<StreamId, readonly Commit[]>(STREAMS_AT_HAND);
  kept.set(database, recent);
  return recent;
};

export const openEventStore = ({ database, commits }: DataFolder): LocalEventStore => {
  database.exec(createTable);
  const insert = database.prepare(insertNext);
  const select = database.prepare("SELECT content FROM log WHERE stream = ? ORDER BY seq");
  const hashAt = database.prepare("SELECT hash FROM log WHERE stream = ? AND seq = ?");
  const page = database.prepare(
    "SELECT id, stream, seq, hash FROM log WHERE bucket = ? AND id > ? ORDER BY id LIMIT ?",
  );
  const listeners: Appended[] = [];
  const recent = atHand(database);

  const put = (commit: Commit): "new" | "known" | "conflict" => {
    if (insert.run(...row(commit)).changes === 1) return "new";
    const held = HashRow.parse(hashAt.get(commit.stream, commit.seq));
    return held?.hash === commit.hash ? "known" : "conflict";
  };
  /** What is at hand is all there is; only a stream that is not is read from the table. */
  const load = (stream: StreamId): readonly Commit[] => {
    const known = recent.get(stream);
    if (known !== undefined) return known;
    const commits = Contents.parse(select.all(stream)).map(({ content }) =>
      Commit.parse(JSON.parse(content)),
    );
    if (commits.length > 0) recent.put(stream, commits);
    return commits;
  };
  const remember = (commit: Commit): void => {
    const known = commit.seq === 1 ? [] : recent.get(commit.stream);
    // Somebody may have read the new commit from the table between its writing and this moment.
    if (known?.length === commit.seq - 1) recent.put(commit.stream, [...known, commit]);
  };

  return {
    load: async (stream) => load(stream),
    async append(commit) {
      const outcome = await commits.write(() => put(commit));
      if (outcome === "conflict") return "conflict";
      if (outcome === "new") {
        remember(commit);
        for (const tell of listeners) tell(commit.stream, commit.seq);
      }
      return "appended";
    },
    async feed(bucket, after = "0") {
      const rows = FeedRows.parse(
        page.all(bucketNumber(beginningOf(bucket.hour), bucket.shard), Cursor.parse(after), PAGE),
      );
      const entries = rows.map(({ stream, seq, hash }) => ({ stream, seq, hash }));
      const last = rows[PAGE - 1];
      return last === undefined ? { entries } : { entries, next: String(last.id) };
    },
    onAppended(listener) {
      listeners.push(listener);
    },
  };
};
