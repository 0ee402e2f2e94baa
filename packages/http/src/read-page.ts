import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import type { SortRange, Views } from "@window/domain/port/views.ts";
import type { ViewName, ViewRow } from "@window/domain/view.ts";
import { isWanted, type Wanted } from "./wanted.ts";

/** A list of a view: one partition, or several that are read one after the other. */
export interface List {
  readonly view: ViewName;
  readonly partitions: readonly string[];
  /** Served from the index: what lies outside of it is never read. */
  readonly range?: SortRange;
  /** Looked for row by row. */
  readonly wanted?: Wanted;
}

export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Where a page ended: the partition, and the adapter's own cursor in it (none: its beginning). */
interface Place {
  readonly at: number;
  readonly after?: string;
}

/**
 * A page looks at ten times its `limit` at most (1,000 rows), in ten reads: somebody who looks for two rows among the
 * 50,000 of a busy department gets short pages, and no request that lasts.
 */
const MOST_READS = 10;

/** FNV-1a of what a list is: a cursor goes on in the list it came from, and another one refuses it. */
const markOf = ({ view, partitions, range, wanted }: List): string => {
  let mark = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify([view, partitions, range, wanted])))
    mark = Math.imul(mark ^ byte, 0x01000193) >>> 0;
  return mark.toString(36);
};

const cursorOf = (list: List, { at, after = "" }: Place): string => `${markOf(list)}.${at}.${after}`;

/** Throws `BadCursor` for a text that `cursorOf` did not make for this list. */
const placeOf = (cursor: string, list: List): Place => {
  const [, mark, number = "", after = ""] = /^([0-9a-z]{1,7})\.(\d{1,3})\.(.*)$/s.exec(cursor) ?? [];
  const at = Number(number);
  if (mark !== markOf(list) || at >= list.partitions.length) throw new BadCursor();
  return after === "" ? { at } : { at, after };
};

const following = ({ partitions }: List, { at }: Place, next: string | undefined): Place | undefined => {
  if (next !== undefined) return { at, after: next };
  return at + 1 < partitions.length ? { at: at + 1 } : undefined;
};

/**
 * One page of a list: every row that is wanted stands on exactly one page. A page may be shorter than `limit`, even empty,
 * and have a `next`. Throws `BadCursor` for a cursor that no page of this list gave.
 */
export const readPage = async (
  views: Pick<Views, "list">,
  list: List,
  { limit, after: cursor }: Page,
): Promise<{ rows: ViewRow[]; next?: string }> => {
  const rows: ViewRow[] = [];
  let place: Place | undefined = cursor === undefined ? { at: 0 } : placeOf(cursor, list);
  for (let reads = 0; place !== undefined && rows.length < limit && reads < MOST_READS; reads += 1) {
    const { at, ...after } = place;
    // No more than may still be kept: so a cursor of the adapter is always where this page ends.
    const part = { ...list.range, ...after, limit: limit - rows.length };
    const { rows: found, next } = await views.list(list.view, list.partitions[at] ?? "", part);
    rows.push(...found.filter((row) => isWanted(list.wanted, row)));
    place = following(list, place, next);
  }
  return place === undefined ? { rows } : { rows, next: cursorOf(list, place) };
};
