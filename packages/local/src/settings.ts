import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import type { GroupCommit } from "./group-commit.ts";

/** Single values that survive a restart, by name. */
export interface Settings {
  get(name: string): string | undefined;
  /** Resolves when the value is on the disk. */
  put(name: string, value: string): Promise<void>;
  /** For the start, when nobody else writes yet: on the disk when it returns. */
  putNow(name: string, value: string): void;
}

const Row = z.object({ value: z.string() }).optional();

export const openSettings = (database: DatabaseSync, commits: GroupCommit): Settings => {
  database.exec("CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT");
  const select = database.prepare("SELECT value FROM setting WHERE name = ?");
  const upsert = database.prepare(
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  return {
    get: (name) => Row.parse(select.get(name))?.value,
    async put(name, value) {
      await commits.write(() => upsert.run(name, value));
    },
    putNow(name, value) {
      upsert.run(name, value);
    },
  };
};
