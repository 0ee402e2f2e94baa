import type { DatabaseSync } from "node:sqlite";
import { storeFault } from "./store-fault.ts";

/** One work of a transaction that it shares with others. */
export interface Job {
  /** Does the work; throws what the work throws. */
  run(): void;
  /** To be called when the work is on the disk. */
  readonly durable: () => void;
  /** Called when it is not in the database. */
  failed(fault: unknown): void;
  /** Whether the work has more than one statement, so that half of it could be left behind. */
  readonly savepoint: boolean;
}

/**
 * Does all `jobs` in one transaction, each by itself. Whose work failed is told; those whose work is in the database are
 * returned, to be told when it is on the disk.
 */
export type Together = (jobs: readonly Job[]) => readonly Job[];

export const openTogether = (database: DatabaseSync): Together => {
  const statement = (sql: string) => {
    const prepared = database.prepare(sql);
    return (): void => {
      prepared.run();
    };
  };
  const begin = statement("BEGIN IMMEDIATE");
  const commit = statement("COMMIT");
  const save = statement("SAVEPOINT work");
  const release = statement("RELEASE work");

  /** Whether the work is in the transaction. Throws when there is no transaction any more. */
  const isDone = (job: Job): boolean => {
    if (job.savepoint) save();
    try {
      job.run();
    } catch (fault) {
      // A full disk or a fault of the device ends the whole transaction, and nobody's work is in it any more.
      if (!database.isTransaction) throw fault;
      if (job.savepoint) database.exec("ROLLBACK TO work; RELEASE work");
      job.failed(storeFault(fault));
      return false;
    }
    if (job.savepoint) release();
    return true;
  };

  return (jobs) => {
    const done: Job[] = [];
    const refused = new Set<Job>();
    try {
      begin();
      for (const job of jobs) {
        if (isDone(job)) done.push(job);
        else refused.add(job);
      }
      commit();
    } catch (fault) {
      if (database.isTransaction) database.exec("ROLLBACK");
      for (const job of jobs) if (!refused.has(job)) job.failed(storeFault(fault));
      return [];
    }
    return done;
  };
};
