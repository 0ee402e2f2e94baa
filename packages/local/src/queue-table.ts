import { Instant } from "@window/domain/instant.ts";
import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";

/** One message as it waits: `at` is the instant it may be handed over from. */
export interface Waiting {
  readonly id: number;
  readonly failures: number;
  readonly content: string;
}

/** The rows of one queue. The methods are synchronous and belong into a transaction of the caller's. */
export interface QueueTable {
  put(lane: string, at: Instant, content: string): number;
  /** What may be handed over at `now`, longest waiting first, at most `limit`. */
  due(lane: string, now: Instant, limit: number): readonly Waiting[];
  /** Lanes in which something is due at `now`, or was put at any time: never too few. */
  lanes(): readonly string[];
  nextAt(now: Instant): Instant | undefined;
  remove(id: number): void;
  postpone(id: number, failures: number, at: Instant): void;
  park(id: number, failures: number): void;
  parked(): readonly Waiting[];
  /** Brings a parked message back; false when there is none of this id. */
  redrive(id: number, at: Instant): boolean;
}

const createTable = `
  CREATE TABLE IF NOT EXISTS queue (
    id INTEGER PRIMARY KEY,
    queue TEXT NOT NULL,
    lane TEXT NOT NULL,
    at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS queue_lane ON queue (queue, lane, at) WHERE at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS queue_at ON queue (queue, at)`;

const Rows = z.array(z.object({ id: z.int(), failures: z.int(), content: z.string() }));
const Lanes = z.array(z.object({ lane: z.string() }));
const Next = z.object({ at: Instant.nullable() });

/** A parked message is one without an instant. */
export const openQueueTable = (database: DatabaseSync, queue: string): QueueTable => {
  database.exec(createTable);
  const insert = database.prepare("INSERT INTO queue (queue, lane, at, content) VALUES (?, ?, ?, ?)");
  const due = database.prepare(
    "SELECT id, failures, content FROM queue WHERE queue = ? AND lane = ? AND at <= ? ORDER BY at, id LIMIT ?",
  );
  const lanes = database.prepare("SELECT DISTINCT lane FROM queue WHERE queue = ?");
  const next = database.prepare("SELECT min(at) AS at FROM queue WHERE queue = ? AND at > ?");
  const remove = database.prepare("DELETE FROM queue WHERE id = ?");
  const update = database.prepare("UPDATE queue SET failures = ?, at = ? WHERE id = ?");
  const parked = database.prepare(
    "SELECT id, failures, content FROM queue WHERE queue = ? AND at IS NULL ORDER BY id",
  );
  const redrive = database.prepare(
    "UPDATE queue SET failures = 0, at = ? WHERE queue = ? AND id = ? AND at IS NULL",
  );
  return {
    put: (lane, at, content) => Number(insert.run(queue, lane, at, content).lastInsertRowid),
    due: (lane, now, limit) => Rows.parse(due.all(queue, lane, now, limit)),
    lanes: () => Lanes.parse(lanes.all(queue)).map(({ lane }) => lane),
    nextAt: (now) => Next.parse(next.get(queue, now)).at ?? undefined,
    remove: (id) => void remove.run(id),
    postpone: (id, failures, at) => void update.run(failures, at, id),
    park: (id, failures) => void update.run(failures, null, id),
    parked: () => Rows.parse(parked.all(queue)),
    redrive: (id, at) => redrive.run(at, queue, id).changes === 1,
  };
};
