import type { DatabaseSync } from "node:sqlite";
import { openTogether, type Job } from "./together.ts";
import type { Transact } from "./runner/transact.ts";

/** Writes that come in the same turn of the event loop share one transaction, and so one fsync. */
export interface GroupCommit {
  /**
   * Runs `work` alone and in order among its neighbours, and resolves with its result when that is on the disk. A work
   * that throws leaves nothing behind and takes no neighbour with it.
   */
  readonly transact: Transact;
  /** The same for a work of one statement, which SQLite undoes by itself when it fails. */
  readonly write: Transact;
  /** Writes what waits now, without waiting for the end of the turn. */
  flush(): void;
}

/** Bounds how long one transaction keeps the event loop: 512 writes take some 20 ms, and the others come next. */
const MOST_AT_ONCE = 512;

/** Without a neighbour a write waits only for the end of the turn it came in, never for a clock. */
export const openGroupCommit = (database: DatabaseSync): GroupCommit => {
  const together = openTogether(database);
  let waiting: Job[] = [];
  let woken = false;

  const wake = (): void => {
    if (woken) return;
    woken = true;
    setImmediate(flush);
  };
  const flush = (): void => {
    woken = false;
    const jobs = waiting.slice(0, MOST_AT_ONCE);
    waiting = waiting.slice(MOST_AT_ONCE);
    if (waiting.length > 0) wake();
    if (jobs.length > 0) together(jobs);
  };
  const submit =
    (savepoint: boolean): Transact =>
    <T>(work: () => T) =>
      new Promise<T>((resolve, failed) => {
        let result: T;
        const run = (): void => {
          result = work();
        };
        waiting.push({ run, durable: () => resolve(result), failed, savepoint });
        wake();
      });
  return {
    transact: submit(true),
    write: submit(false),
    flush() {
      while (waiting.length > 0) flush();
    },
  };
};
