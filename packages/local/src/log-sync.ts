import { closeSync, fdatasync, openSync } from "node:fs";

/** Brings what SQLite has written into its log onto the disk while the event loop goes on. */
export interface LogSync {
  /** Calls `done` when all that was written before is on the disk. One at a time. */
  start(done: () => void): void;
  close(): void;
}

/**
 * For the log of the database at `file`, which has to be open. A sync that failed cannot be repeated: the system may have
 * thrown the pages away and would call the next one a success (https://wiki.postgresql.org/wiki/Fsync_Errors). So the
 * process ends, nobody having been told anything, and the next start reads what is there.
 */
export const openLogSync = (file: string): LogSync => {
  const log = openSync(`${file}-wal`, "r+");
  let underWay = false;
  let closed = false;
  return {
    start(done) {
      underWay = true;
      fdatasync(log, (fault) => {
        underWay = false;
        if (closed) closeSync(log);
        if (fault !== null) throw fault;
        done();
      });
    },
    close() {
      closed = true;
      if (!underWay) closeSync(log);
    },
  };
};
