import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { folderFault, FolderRefused } from "./folder-refused.ts";
import { hasLostCommits } from "./write-ahead-log.ts";

/** Layout of the tables. A newer one is refused; an older one is brought forward here when there is one. */
const LAYOUT = 1;

/** "WNDW", so that no foreign database is taken for ours. */
const APPLICATION = 0x574e4457;

/** Above this many bytes looking at every page takes longer than people wait for a start; see the README. */
const CHECKED_BYTES = 64 * 1024 * 1024;

/**
 * Pages of 4 KB in the log before they are written into the database. A case touches some thirty, and most of them are
 * touched again soon: SQLite's own 1,000 would write them out every thirty cases. 16 MB are read within the start.
 */
const LOG_PAGES = 4096;

const numberOf = (database: DatabaseSync, pragma: string): number =>
  z.record(z.string(), z.int()).parse(database.prepare(`PRAGMA ${pragma}`).get())[pragma] ?? 0;

const isEmpty = (database: DatabaseSync): boolean =>
  database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;

const Verdict = z.object({ quick_check: z.string() });

const check = (database: DatabaseSync, file: string, folder: string): void => {
  if (isEmpty(database)) return;
  if (numberOf(database, "application_id") !== APPLICATION) throw new FolderRefused("corrupt", folder);
  if (numberOf(database, "user_version") > LAYOUT) throw new FolderRefused("newer", folder);
  if (statSync(file).size > CHECKED_BYTES) return;
  const verdict = Verdict.parse(database.prepare("PRAGMA quick_check(1)").get()).quick_check;
  if (verdict !== "ok") throw new FolderRefused("corrupt", folder, new Error(verdict));
};

/** Looks without writing: a log that somebody is just writing may look broken. */
const isInUse = (file: string): boolean => {
  const look = new DatabaseSync(file, { readOnly: true, timeout: 0 });
  try {
    isEmpty(look);
    return false;
  } catch (fault) {
    return folderFault(fault) === "in-use";
  } finally {
    look.close();
  }
};

/**
 * One connection for the whole process. The lock belongs to the operating system, so it goes with the process however
 * that ends. Every commit is on the disk before it returns (`synchronous = FULL` in WAL mode), and what is deleted is
 * overwritten. Throws FolderRefused for `folder`, or the fault of SQLite.
 */
export const openDatabase = (file: string, folder: string): DatabaseSync => {
  // Before SQLite opens it: when it closes again it would cut a broken log off.
  if (hasLostCommits(file) && !isInUse(file)) throw new FolderRefused("corrupt", folder);
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // Exclusive before the first look, so that nobody else gets in and the index of the log lies in memory.
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT");
    check(database, file, folder);
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    database.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
    database.exec("PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
    database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${LAYOUT}`);
    return database;
  } catch (fault) {
    database.close();
    throw fault;
  }
};
