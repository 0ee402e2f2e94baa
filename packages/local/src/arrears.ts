import { StreamId } from "@window/domain/id.ts";
import type { Arrears } from "@window/domain/port/arrears.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";

const Rows = z.array(z.object({ stream: StreamId, seq: z.int() }));

export const openArrears = ({ database, commits }: DataFolder): Arrears => {
  database.exec(
    "CREATE TABLE IF NOT EXISTS arrear (stream TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID",
  );
  const upsert = database.prepare(`
    INSERT INTO arrear (stream, seq) VALUES (?, ?)
    ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > arrear.seq`);
  const remove = database.prepare("DELETE FROM arrear WHERE stream = ? AND seq <= ?");
  const select = database.prepare("SELECT stream, seq FROM arrear ORDER BY stream");
  return {
    async put({ stream, seq }) {
      await commits.write(() => upsert.run(stream, seq));
    },
    async remove({ stream, seq }) {
      await commits.write(() => remove.run(stream, seq));
    },
    list: async () => Rows.parse(select.all()),
  };
};
