import type { Rounds } from "@window/domain/port/rounds.ts";
import { openText, sealText } from "@window/node/cipher.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";

const Row = z.object({ token: z.string() }).optional();

const contextOf = (subject: string, waiting: string): string => JSON.stringify([subject, waiting]);

export const openRounds = ({ database, commits, key }: DataFolder): Rounds => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS task_token (
      subject TEXT NOT NULL, waiting TEXT NOT NULL, token TEXT NOT NULL, PRIMARY KEY (subject, waiting)
    ) STRICT, WITHOUT ROWID`);
  const upsert = database.prepare(`
    INSERT INTO task_token (subject, waiting, token) VALUES (?, ?, ?)
    ON CONFLICT (subject, waiting) DO UPDATE SET token = excluded.token`);
  const select = database.prepare("SELECT token FROM task_token WHERE subject = ? AND waiting = ?");
  const remove = database.prepare("DELETE FROM task_token WHERE subject = ? AND waiting = ? AND token = ?");
  const tokens = key("task-tokens");
  const found = (subject: string, waiting: string) => {
    const row = Row.parse(select.get(subject, waiting));
    return row && { sealed: row.token, token: openText(tokens, contextOf(subject, waiting), row.token) };
  };
  return {
    async put(subject, waiting, token) {
      const sealed = sealText(tokens, contextOf(subject, waiting), token);
      await commits.write(() => upsert.run(subject, waiting, sealed));
    },
    get: async (subject, waiting) => found(subject, waiting)?.token,
    async remove(subject, waiting, token) {
      const held = found(subject, waiting);
      if (held?.token === token) await commits.write(() => remove.run(subject, waiting, held.sealed));
    },
  };
};
