import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import type { Views } from "@window/domain/port/views.ts";
import type { ViewName, ViewRow } from "@window/domain/view.ts";

/** A list of a view: one partition, or several that are read one after the other. */
export interface List {
  readonly view: ViewName;
  readonly partitions: readonly string[];
}

export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Where a page ended: the partition, and the adapter's own cursor in it (none: its beginning). */
const placeOf = (cursor: string | undefined, { partitions }: List): { at: number; after?: string } => {
  if (cursor === undefined) return { at: 0 };
  const [, number = "", after = ""] = /^(\d{1,3})\.(.*)$/s.exec(cursor) ?? [];
  const at = Number(number);
  if (number === "" || at >= partitions.length) throw new BadCursor();
  return after === "" ? { at } : { at, after };
};

/** One page of a list. Throws `BadCursor` for a cursor that no page of this list gave. */
export const readPage = async (
  views: Pick<Views, "list">,
  list: List,
  { limit, after: cursor }: Page,
): Promise<{ rows: ViewRow[]; next?: string }> => {
  const { at: first, after: from } = placeOf(cursor, list);
  const rows: ViewRow[] = [];
  for (const [index, partition] of list.partitions.entries()) {
    if (index < first) continue;
    if (rows.length === limit) return { rows, next: `${index}.` };
    const after = index === first ? from : undefined;
    const page = { limit: limit - rows.length, ...(after === undefined ? {} : { after }) };
    const { rows: found, next } = await views.list(list.view, partition, page);
    rows.push(...found);
    if (next !== undefined) return { rows, next: `${index}.${next}` };
  }
  return { rows };
};
