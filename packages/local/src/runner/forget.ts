import { HOUR, later, type Instant } from "@window/domain/instant.ts";
import type { DatabaseSync } from "node:sqlite";
import type { Transact } from "./transact.ts";

/** As long as Step Functions keeps an execution that has ended; its name is free again after that. */
const KEPT = 90 * 24 * HOUR;

/** Executions of one transaction. */
const BATCH = 500;

/** Deletes executions that ended more than 90 days before `now`, with their journals; returns how many. */
export const openForget = (database: DatabaseSync, transact: Transact) => {
  const ended = `status IN ('succeeded', 'failed')`;
  database.exec(`CREATE INDEX IF NOT EXISTS workflow_ended ON workflow_execution (at) WHERE ${ended}`);
  const old = `SELECT id FROM workflow_execution WHERE ${ended} AND at < :before ORDER BY at LIMIT ${String(BATCH)}`;
  const journals = database.prepare(`DELETE FROM workflow_journal WHERE execution IN (${old})`);
  const executions = database.prepare(`DELETE FROM workflow_execution WHERE id IN (${old})`);

  return async (now: Instant): Promise<number> => {
    const before = later(now, -Math.min(now, KEPT));
    let forgotten = 0;
    for (let some = BATCH; some === BATCH; forgotten += some)
      some = await transact(() => {
        journals.run({ before });
        return Number(executions.run({ before }).changes);
      });
    return forgotten;
  };
};
