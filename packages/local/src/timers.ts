import type { Timers } from "@window/domain/port/timers.ts";
import { Timer } from "@window/domain/timer.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";

const PAGE = 500;

const createTable = `
  CREATE TABLE IF NOT EXISTS timer (
    at INTEGER NOT NULL, subject TEXT NOT NULL, plan TEXT NOT NULL, PRIMARY KEY (at, subject, plan)
  ) STRICT, WITHOUT ROWID`;

const pageFrom = `
  SELECT subject, plan, at FROM timer WHERE (at, subject, plan) > (?, ?, ?) AND at < ?
  ORDER BY at, subject, plan LIMIT ?`;

const Rows = z.array(Timer);
const Cursor = z.tuple([z.int(), z.string(), z.string()]);

export const openTimers = ({ database, commits }: DataFolder): Timers => {
  database.exec(createTable);
  const insert = database.prepare(
    "INSERT INTO timer (at, subject, plan) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const remove = database.prepare("DELETE FROM timer WHERE at = ? AND subject = ? AND plan = ?");
  const page = database.prepare(pageFrom);
  return {
    async set({ at, subject, plan }) {
      await commits.write(() => insert.run(at, subject, plan));
    },
    async remove({ at, subject, plan }) {
      await commits.write(() => remove.run(at, subject, plan));
    },
    async between(from, until, after) {
      const place = after === undefined ? ([from, "", ""] as const) : Cursor.parse(JSON.parse(after));
      const timers = Rows.parse(page.all(...place, until, PAGE));
      const last = timers[PAGE - 1];
      return last === undefined
        ? { timers }
        : { timers, next: JSON.stringify([last.at, last.subject, last.plan]) };
    },
  };
};
