import { Instant } from "@window/domain/instant.ts";
import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { Happening, Status, type Execution } from "./execution.ts";
import type { JsonObject } from "./path.ts";
import { createTables } from "./schema.ts";
import type { Moment } from "./transition.ts";

/** An execution and the number of its row. */
export interface Row {
  readonly id: number;
  readonly execution: Execution;
}

/** What happened, at which moment: replayed from the first, these give the execution again. */
interface Event {
  readonly happening: Happening;
  readonly moment: Moment;
}

interface Entry extends Event {
  /** The states it led into. */
  readonly entered: readonly string[];
}

/**
 * Executions and all that happened to them. The methods are synchronous and belong inside one transaction with the
 * decision they carry: a step is written whole or not at all.
 */
export interface Journal {
  find(machine: string, name: string): Row | undefined;
  byId(id: number): Row | undefined;
  byToken(hash: string): Row | undefined;
  /** Writes the first event, which carries the input; returns the id. */
  begin(execution: Execution, event: Event): number;
  record(id: number, execution: Execution, event: Event): void;
  /** Ids of at most `limit` executions whose `wakeAt` is not after `now`, the longest overdue first. */
  due(now: Instant, limit: number): readonly number[];
  nextWake(): Instant | undefined;
  running(): readonly number[];
  entries(id: number): readonly Entry[];
}

export const openJournal = (database: DatabaseSync): Journal => {
  createTables(database);
  const select = `SELECT * FROM workflow_execution WHERE`;
  const byName = database.prepare(`${select} machine = ? AND name = ?`);
  const byId = database.prepare(`${select} id = ?`);
  const byToken = database.prepare(`${select} token = ?`);
  const insert = database.prepare(`INSERT INTO workflow_execution
    (machine, name, definition, seq, state, data, status, call, retries, token, wake_at, failure, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update =
    database.prepare(`UPDATE workflow_execution SET seq = ?, state = ?, data = ?, status = ?, call = ?,
    retries = ?, token = ?, wake_at = ?, failure = ?, at = ? WHERE id = ?`);
  const append = database.prepare(
    `INSERT INTO workflow_journal (execution, seq, entered, event, token, at) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const due = database.prepare(
    `SELECT id FROM workflow_execution WHERE wake_at <= ? ORDER BY wake_at LIMIT ?`,
  );
  const wake = database.prepare(
    `SELECT min(wake_at) AS wake_at FROM workflow_execution WHERE wake_at IS NOT NULL`,
  );
  const running = database.prepare(`SELECT id FROM workflow_execution WHERE status = 'running' ORDER BY id`);
  const entries = database.prepare(
    `SELECT entered, event, token, at FROM workflow_journal WHERE execution = ? ORDER BY seq`,
  );

  const log = (id: number, { seq, entered }: Execution, { happening, moment }: Event): void => {
    append.run(id, seq, JSON.stringify(entered), JSON.stringify(happening), moment.token, moment.at);
  };
  return {
    find: (machine, name) => read(byName.get(machine, name)),
    byId: (id) => read(byId.get(id)),
    byToken: (hash) => read(byToken.get(hash)),
    begin(execution, entry) {
      const { machine, name, definition } = execution;
      const id = Number(insert.run(machine, name, definition, ...columns(execution)).lastInsertRowid);
      log(id, execution, entry);
      return id;
    },
    record(id, execution, entry) {
      update.run(...columns(execution), id);
      log(id, execution, entry);
    },
    due: (now, limit) => due.all(now, limit).map(idOf),
    nextWake: () => WakeRow.parse(wake.get()).wake_at ?? undefined,
    running: () => running.all().map(idOf),
    entries: (id) => entries.all(id).map(entryOf),
  };
};

const columns = (execution: Execution) =>
  [
    execution.seq,
    execution.state,
    JSON.stringify(execution.data),
    execution.status,
    execution.call,
    JSON.stringify(execution.retries),
    execution.token,
    execution.wakeAt,
    execution.failure,
    execution.at,
  ] as const;

const WakeRow = z.object({ wake_at: Instant.nullable() });
const EntryRow = z.object({ entered: z.string(), event: z.string(), token: z.string(), at: Instant });
const ExecutionRow = z.object({
  id: z.int(),
  machine: z.string(),
  name: z.string(),
  definition: z.string(),
  seq: z.int(),
  state: z.string(),
  data: z.string(),
  status: Status,
  call: z.int(),
  retries: z.string(),
  token: z.string().nullable(),
  wake_at: Instant.nullable(),
  failure: z.string().nullable(),
  at: Instant,
});
const Data = z.record(z.string(), z.json());
const Retries = z.array(z.int());

const read = (row: unknown): Row | undefined => {
  if (row === undefined) return undefined;
  const { id, wake_at, data, retries, ...rest } = ExecutionRow.parse(row);
  const parsed: JsonObject = Data.parse(JSON.parse(data));
  return {
    id,
    execution: {
      ...rest,
      data: parsed,
      retries: Retries.parse(JSON.parse(retries)),
      wakeAt: wake_at,
      entered: [],
    },
  };
};

const idOf = (row: Record<string, unknown>): number => z.int().parse(row["id"]);

const entryOf = (row: unknown): Entry => {
  const { entered, event, token, at } = EntryRow.parse(row);
  return {
    happening: Happening.parse(JSON.parse(event)),
    moment: { at, token },
    entered: z.array(z.string()).parse(JSON.parse(entered)),
  };
};
