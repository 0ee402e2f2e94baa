import { derivedKey } from "@window/node/derived-key.ts";
import { closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { openDatabase } from "./database.ts";
import { FolderRefused, refusalOf } from "./folder-refused.ts";
import { openGroupCommit, type GroupCommit } from "./group-commit.ts";
import { openLogSync } from "./log-sync.ts";
import { rootKey } from "./key-file.ts";
import { openSettings, type Settings } from "./settings.ts";

/** Everything the window keeps on this machine. One process at a time has it open. */
export interface DataFolder {
  readonly path: string;
  readonly database: DatabaseSync;
  readonly commits: GroupCommit;
  readonly settings: Settings;
  /** A key of 32 bytes for one purpose, from the folder's root secret. */
  readonly key: (purpose: string) => Uint8Array;
  /** Where files of one kind lie; made when it is not there. */
  readonly place: (name: string) => string;
  /** Writes what waits and gives the folder free. */
  readonly close: () => void;
}

/** SQLite gives its log the permissions of the database, so the database is made first, and for the owner alone. */
const makeFile = (path: string): string => {
  closeSync(openSync(path, "a", 0o600));
  return path;
};

/**
 * The root secret. A database remembers which one it belongs to, by a value that says nothing of it; only a database
 * that does not know any yet may get a new one.
 */
const rootOf = (settings: Settings, file: string, folder: string): Uint8Array => {
  const known = settings.get("root-mark");
  const root = rootKey(file, known === undefined);
  if (root === undefined) throw new FolderRefused("wrong-key", folder);
  const mark = Buffer.from(derivedKey(root, "mark")).toString("hex");
  if (known === undefined) settings.putNow("root-mark", mark);
  else if (known !== mark) throw new FolderRefused("wrong-key", folder);
  return root;
};

/** One by one: where a file system takes no folders at all (/proc), Node's own recursion never comes back. */
const makeFolder = (folder: string): void => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder, { mode: 0o700 });
};

const opened = (path: string): DataFolder => {
  const place = (name: string): string => {
    const folder = join(path, name);
    makeFolder(resolve(folder));
    return folder;
  };
  const file = makeFile(join(place("."), "window.sqlite"));
  const database = openDatabase(file, path);
  try {
    const commits = openGroupCommit(database, openLogSync(file));
    const settings = openSettings(database, commits);
    const root = rootOf(settings, join(place("keys"), "root"), path);
    const close = (): void => {
      commits.close();
      database.close();
    };
    return { path, database, commits, settings, key: (purpose) => derivedKey(root, purpose), place, close };
  } catch (fault) {
    database.close();
    throw fault;
  }
};

/**
 * Opens the folder at `path` (`WINDOW_DATA`), and makes it when it is not there. Throws FolderRefused when it cannot be
 * written, is in use, was written by a newer version, is damaged, or its keys are not those of its database.
 */
export const openDataFolder = (path: string): DataFolder => {
  try {
    return opened(path);
  } catch (fault) {
    throw refusalOf(fault, path);
  }
};
