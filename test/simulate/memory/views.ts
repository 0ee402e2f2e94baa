import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import type { Views } from "@window/domain/port/views.ts";
import type { ViewRow } from "@window/domain/view.ts";
import * as z from "zod";

export interface MemoryViews extends Views {
  /** Every row with its tombstones, for whoever audits. */
  all(): readonly ViewRow[];
}

const Cursor = z.tuple([z.string(), z.string()]);

const placeOf = (cursor: string): readonly [string, string] => {
  try {
    return Cursor.parse(JSON.parse(cursor));
  } catch {
    throw new BadCursor();
  }
};

const keyOf = ({ sort = "", aggregate }: ViewRow): readonly [string, string] => [sort, aggregate];

const compare = (one: readonly [string, string], other: readonly [string, string]): number => {
  if (one[0] !== other[0]) return one[0] < other[0] ? -1 : 1;
  if (one[1] === other[1]) return 0;
  return one[1] < other[1] ? -1 : 1;
};

export const openMemoryViews = (): MemoryViews => {
  const rows = new Map<string, ViewRow>();
  return {
    all: () => [...rows.values()],
    async put(row) {
      const name = `${row.view}#${row.aggregate}`;
      if (row.seq > (rows.get(name)?.seq ?? 0)) rows.set(name, row);
    },
    get: async (view, aggregate) => rows.get(`${view}#${aggregate}`),
    seqs: async (view, aggregates) =>
      new Map(
        aggregates.flatMap((aggregate) => {
          const row = rows.get(`${view}#${aggregate}`);
          return row === undefined ? [] : [[aggregate, row.seq]];
        }),
      ),
    async list(view, partition, { limit, after, from: least, before: bound }) {
      const from = after === undefined ? undefined : placeOf(after);
      const found = [...rows.values()]
        .filter((row) => row.view === view && row.partition === partition)
        .filter(
          ({ sort = "" }) => (least === undefined || sort >= least) && (bound === undefined || sort < bound),
        )
        .filter((row) => from === undefined || compare(keyOf(row), from) > 0)
        .toSorted((one, other) => compare(keyOf(one), keyOf(other)))
        .slice(0, limit);
      const last = found[limit - 1];
      return last === undefined ? { rows: found } : { rows: found, next: JSON.stringify(keyOf(last)) };
    },
    rows: async () => ({ rows: [...rows.values()] }),
    async replace(row) {
      const name = `${row.view}#${row.aggregate}`;
      if (row.seq >= (rows.get(name)?.seq ?? 0)) rows.set(name, row);
    },
    async remove({ view, aggregate, seq }) {
      const name = `${view}#${aggregate}`;
      if (rows.get(name)?.seq === seq) rows.delete(name);
    },
  };
};
