import type { DatabaseSync } from "node:sqlite";
import type { LogSync } from "./log-sync.ts";
import { openTogether, type Job } from "./together.ts";
import type { Transact } from "./runner/transact.ts";

/** Writes that come while the disk is busy with those before share one transaction, and so one sync. */
export interface GroupCommit {
  /**
   * Runs `work` alone and in order among its neighbours, and resolves with its result when that is on the disk. A work
   * that throws leaves nothing behind and takes no neighbour with it.
   */
  readonly transact: Transact;
  /** The same for a work of one statement, which SQLite undoes by itself when it fails. */
  readonly write: Transact;
  /** Resolves when whatever can be read now is on the disk: at once when nothing is on its way there. */
  synced(): Promise<void>;
  /** Writes what waits now and returns when it is on the disk. Nothing is written afterwards. */
  close(): void;
}

/** Bounds how long one transaction keeps the event loop: 512 writes take some 20 ms, and the others come next. */
const MOST_AT_ONCE = 512;

/** What SQLite does itself at a COMMIT, before that returns. */
const inCommit: LogSync = { start: (done) => done(), close: () => undefined };

/**
 * Without a neighbour a write waits only for the end of the turn it came in, never for a clock. With a `log` its sync
 * runs beside the event loop, and the next transaction begins when it is over: a crash finds no more than one that
 * nobody was told of, which is what `hasLostCommits` counts on.
 */
export const openGroupCommit = (database: DatabaseSync, log?: LogSync): GroupCommit => {
  const together = openTogether(database);
  const disk = log ?? inCommit;
  const waiting: Job[] = [];
  let woken = false;
  let syncing = false;
  const listeners: (() => void)[] = [];

  const wake = (): void => {
    if (woken || syncing || waiting.length === 0) return;
    woken = true;
    setImmediate(flush);
  };
  const take = (): readonly Job[] => together(waiting.splice(0, MOST_AT_ONCE));
  /** Whoever writes outside of a group commit has it on the disk at once; here the log is synced a moment later. */
  const takeUnsynced = (): readonly Job[] => {
    if (log === undefined) return take();
    database.exec("PRAGMA synchronous = NORMAL");
    const done = take();
    database.exec("PRAGMA synchronous = FULL");
    return done;
  };
  const flush = (): void => {
    woken = false;
    if (waiting.length === 0) return;
    const done = takeUnsynced();
    syncing = true;
    disk.start(() => {
      syncing = false;
      for (const tell of [...done.map(({ durable }) => durable), ...listeners.splice(0)]) tell();
      wake();
    });
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
    synced: () => (syncing ? new Promise((resolve) => listeners.push(resolve)) : Promise.resolve()),
    close() {
      while (waiting.length > 0) for (const job of take()) job.durable();
      disk.close();
    },
  };
};
