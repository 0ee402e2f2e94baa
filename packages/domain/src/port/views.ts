import type { StreamId } from "../id.ts";
import type { ViewName } from "../view.ts";
import type { ViewRow } from "../view.ts";

export interface ViewPage {
  readonly rows: readonly ViewRow[];
  readonly next?: string;
}

/** Bounds on `sort`, compared byte by byte in UTF-8: at least `from`, less than `before`. */
export interface SortRange {
  readonly from?: string;
  readonly before?: string;
}

/** Which row of which aggregate, and how new; also of a view that no program knows any more. */
export interface RowHead {
  readonly view: string;
  readonly aggregate: StreamId;
  readonly seq: number;
}

export interface RowsPage {
  readonly rows: readonly RowHead[];
  readonly next?: string;
}

export interface Part extends SortRange {
  readonly limit: number;
  readonly after?: string;
}

/**
 * Lists derived from one aggregate's state each. Every adapter promises:
 * - a row is written only when its `seq` is newer than the one held: late and doubled writes change nothing;
 * - a tombstone keeps its `seq`, is returned by `get` and never listed;
 * - `seqs` tells of each of any number of aggregates the `seq` of its row or tombstone, as `get` would; those without are
 *   left out;
 * - `list` returns the rows of one partition in the order of `sort`, `limit` at a time, eventually complete, and throws
 *   `BadCursor` for an `after` that is none of its own; within bounds it reads nothing else, and bounds that cross hold
 *   nothing;
 * - rows that come and go between two pages take no other row out of the list, and bring none twice;
 * - `rows` goes over every row and tombstone, page by page in no order; whatever is there all the while comes once;
 * - `replace` writes unless a newer row is held, and so also over one of the same `seq`;
 * - `remove` takes a row away only if it still has that `seq`; one that is not there is a success.
 *
 * The last three are for `rebuild` alone.
 */
export interface Views {
  put(row: ViewRow): Promise<void>;
  get(view: ViewName, aggregate: StreamId): Promise<ViewRow | undefined>;
  seqs(view: ViewName, aggregates: readonly StreamId[]): Promise<ReadonlyMap<StreamId, number>>;
  list(view: ViewName, partition: string, part: Part): Promise<ViewPage>;
  rows(after?: string): Promise<RowsPage>;
  replace(row: ViewRow): Promise<void>;
  remove(head: RowHead): Promise<void>;
}
