/**
 * Watches a process at the border of its runtime: what it writes with SQLite, with the file system and to the network.
 * Nothing in the window knows of this, so nothing can be left out of the count that it does through Node.
 */
import fs from "node:fs";
import fsPromises from "node:fs/promises";
import { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { DatabaseSync, StatementSync } from "node:sqlite";

/** Called before a side effect happens, with its kind; nothing of it has happened then. */
export type BeforeEffect = (kind: string) => void;

/** Puts `look` before a method; `what` names the kind of a call, undefined when it has none. */
const watch = (
  owner: object,
  name: string,
  look: BeforeEffect,
  what: (self: unknown, given: readonly unknown[]) => string | undefined,
): void => {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== "function") throw new Error(`there is no ${name} to watch`);
  const watched = function (this: unknown, ...given: unknown[]): unknown {
    const effect = what(this, given);
    if (effect !== undefined) look(effect);
    return Reflect.apply(original, this, given);
  };
  if (!Reflect.set(owner, name, watched)) throw new Error(`${name} cannot be watched`);
};

const READING = /^\s*(SELECT|BEGIN|SAVEPOINT|RELEASE|ROLLBACK|PRAGMA (?!wal_checkpoint))/i;

/** A transaction reaches the disk with its COMMIT, a statement outside of one by itself. */
const effectOf = (database: DatabaseSync | undefined, sql: string): string | undefined => {
  const [verb = ""] = sql.trim().split(/\s/, 1);
  if (verb === "COMMIT") return verb;
  return READING.test(sql) || database?.isTransaction === true ? undefined : verb;
};

const watchDatabase = (look: BeforeEffect): void => {
  const databaseOf = new WeakMap<object, DatabaseSync>();
  const prepare = Reflect.get(DatabaseSync.prototype, "prepare");
  Reflect.set(DatabaseSync.prototype, "prepare", function (this: DatabaseSync, sql: string) {
    const statement = Reflect.apply(prepare, this, [sql]);
    databaseOf.set(statement, this);
    return statement;
  });
  watch(DatabaseSync.prototype, "exec", look, (self, [sql]) =>
    self instanceof DatabaseSync ? effectOf(self, String(sql)) : undefined,
  );
  watch(StatementSync.prototype, "run", look, (self) =>
    self instanceof StatementSync ? effectOf(databaseOf.get(self), self.sourceSQL) : undefined,
  );
};

const opensToWrite = ([, flags]: readonly unknown[]): boolean => typeof flags === "string" && flags !== "r";

const watchFiles = (look: BeforeEffect): void => {
  watch(fs, "openSync", look, (_, given) => (opensToWrite(given) ? "openSync" : undefined));
  for (const name of [
    "mkdirSync",
    "renameSync",
    "rmSync",
    "linkSync",
    "unlinkSync",
    "chmodSync",
    "writeFileSync",
    "writeSync",
    "fsyncSync",
    "appendFileSync",
  ])
    watch(fs, name, look, () => name);
  for (const name of ["mkdir", "rename", "rm"]) watch(fsPromises, name, look, () => name);
  const { open } = fsPromises;
  fsPromises.open = async (...given) => {
    if (opensToWrite(given)) look("open");
    const file = await open(...given);
    for (const name of ["writeFile", "sync"]) watch(file, name, look, () => name);
    return file;
  };
  syncBuiltinESMExports();
};

/** Who only looks is told nothing that has to be kept. */
const answerOf = (self: unknown): string | undefined => {
  const request: unknown = self instanceof ServerResponse ? self.req : undefined;
  if (!(request instanceof IncomingMessage) || request.method === "GET") return undefined;
  return `answer ${shapeOf(request.url)}`;
};

const watchNetwork = (look: BeforeEffect): void => {
  watch(ServerResponse.prototype, "end", look, answerOf);
  watch(ClientRequest.prototype, "end", look, (self) =>
    self instanceof ClientRequest ? `send ${shapeOf(self.path)}` : undefined,
  );
};

/** A path without its ids. */
const shapeOf = (path = ""): string => path.replaceAll(/\/[a-z]+_[^/]+/g, "/…").replace(/\?.*/, "");

/** Calls `told` when somebody is answered for the first time. */
export const watchFirstAnswer = (told: () => void): void => {
  let first = true;
  const look = (): void => {
    if (first) told();
    first = false;
  };
  watch(ServerResponse.prototype, "end", look, () => "answer");
};

/** From now on `look` is called before every side effect of this process. */
export const watchEffects = (look: BeforeEffect): void => {
  watchDatabase(look);
  watchFiles(look);
  watchNetwork(look);
};
