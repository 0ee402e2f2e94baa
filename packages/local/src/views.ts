import { StreamId } from "@window/domain/id.ts";
import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import type { Views } from "@window/domain/port/views.ts";
import { ViewRow } from "@window/domain/view.ts";
import type { StatementSync } from "node:sqlite";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";

const createTable = `
  CREATE TABLE IF NOT EXISTS view (
    view TEXT NOT NULL,
    aggregate TEXT NOT NULL,
    seq INTEGER NOT NULL,
    partition TEXT,
    sort TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (view, aggregate)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS view_list ON view (view, partition, sort, aggregate) WHERE partition IS NOT NULL`;

const putOver = (isOver: ">" | ">=") => `
  INSERT INTO view (view, aggregate, seq, partition, sort, body) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (view, aggregate) DO UPDATE
  SET seq = excluded.seq, partition = excluded.partition, sort = excluded.sort, body = excluded.body
  WHERE excluded.seq ${isOver} view.seq`;

/** Rows in one page of `rows`. */
const HEADS = 500;

const headsAfter = `
  SELECT view, aggregate, seq FROM view WHERE (view, aggregate) > (?, ?) ORDER BY view, aggregate LIMIT ${HEADS}`;

const Heads = z.array(z.object({ view: z.string(), aggregate: StreamId, seq: z.int() }));

const seqsOf = `
  SELECT aggregate, seq FROM view WHERE view = ? AND aggregate IN (SELECT value FROM json_each(?))`;

const Seqs = z.array(z.object({ aggregate: StreamId, seq: z.int() }));

const listAfter = `
  SELECT * FROM view WHERE view = ? AND partition = ? AND (sort, aggregate) > (?, ?) AND sort >= ? AND sort < ?
  ORDER BY sort, aggregate LIMIT ?`;

/**
 * A row as it is stored: the index attributes are null in a tombstone, the body is text. What is parsed from text is JSON;
 * walking through it again took longer than finding the row.
 */
const Stored = ViewRow.extend({
  partition: z.string().nullable(),
  sort: z.string().nullable(),
  body: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(
      z.custom<ViewRow["body"]>((body) => typeof body === "object" && body !== null && !Array.isArray(body)),
    ),
});

const read = (found: unknown): ViewRow => {
  const { partition, sort, ...row } = Stored.parse(found);
  return partition === null || sort === null ? row : { ...row, partition, sort };
};

/** After every text there is. */
const END = "\u{10FFFF}";

/** Where a page ended: its last row's place in the order. */
const Cursor = z.tuple([z.string(), z.string()]);

const placeOf = (cursor: string): [string, string] => {
  try {
    return Cursor.parse(JSON.parse(cursor));
  } catch {
    throw new BadCursor();
  }
};

export const openViews = ({ database, commits }: DataFolder): Views => {
  database.exec(createTable);
  const upsert = database.prepare(putOver(">"));
  const overwrite = database.prepare(putOver(">="));
  const select = database.prepare("SELECT * FROM view WHERE view = ? AND aggregate = ?");
  const seqs = database.prepare(seqsOf);
  const page = database.prepare(listAfter);
  const heads = database.prepare(headsAfter);
  const remove = database.prepare("DELETE FROM view WHERE view = ? AND aggregate = ? AND seq = ?");
  const write = async (statement: StatementSync, row: ViewRow): Promise<void> => {
    const { view, aggregate, seq, partition, sort, body } = row;
    const columns = [partition ?? null, sort ?? null, JSON.stringify(body)] as const;
    await commits.write(() => statement.run(view, aggregate, seq, ...columns));
  };
  return {
    put: (row) => write(upsert, row),
    replace: (row) => write(overwrite, row),
    async get(view, aggregate) {
      const found = select.get(view, aggregate);
      return found === undefined ? undefined : read(found);
    },
    async seqs(view, aggregates) {
      const found = Seqs.parse(seqs.all(view, JSON.stringify(aggregates)));
      return new Map(found.map(({ aggregate, seq }) => [aggregate, seq]));
    },
    async list(view, partition, { limit, after, from = "", before = END }) {
      const place = after === undefined ? ["", ""] : placeOf(after);
      const rows = page.all(view, partition, ...place, from, before, limit).map(read);
      const last = rows[limit - 1];
      return last === undefined
        ? { rows }
        : { rows, next: JSON.stringify([last.sort ?? "", last.aggregate]) };
    },
    async rows(after) {
      const rows = Heads.parse(heads.all(...(after === undefined ? ["", ""] : placeOf(after))));
      const last = rows[HEADS - 1];
      return last === undefined ? { rows } : { rows, next: JSON.stringify([last.view, last.aggregate]) };
    },
    async remove({ view, aggregate, seq }) {
      await commits.write(() => remove.run(view, aggregate, seq));
    },
  };
};
