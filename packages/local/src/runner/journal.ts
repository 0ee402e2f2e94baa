import type { Instant } from "@window/domain/instant.ts";
import type { DatabaseSync } from "node:sqlite";
import type { Execution } from "./execution.ts";
import { columns, entryOf, idOf, rowOf, wakeOf, type Entry, type Event, type Row } from "./row.ts";
import { createTables } from "./schema.ts";

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
    find: (machine, name) => rowOf(byName.get(machine, name)),
    byId: (id) => rowOf(byId.get(id)),
    byToken: (hash) => rowOf(byToken.get(hash)),
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
    nextWake: () => wakeOf(wake.get()),
    running: () => running.all().map(idOf),
    entries: (id) => entries.all(id).map(entryOf),
  };
};
