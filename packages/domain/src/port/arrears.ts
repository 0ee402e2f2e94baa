import type { StreamId } from "../id.ts";

/** A stream that a sweep could not dispatch, with the highest sequence number that was seen of it. */
export interface Arrear {
  readonly stream: StreamId;
  readonly seq: number;
}

/**
 * What the sweep owes: streams that failed, kept so that its marks can pass them. Every adapter promises:
 * - `put` keeps one row per stream, with the highest `seq` of all that were put;
 * - `remove` takes a row away unless it has a higher `seq` by now; one that is not there is a success;
 * - `list` gives every row whose `put` returned before, in the order of their streams.
 */
export interface Arrears {
  put(arrear: Arrear): Promise<void>;
  remove(arrear: Arrear): Promise<void>;
  list(): Promise<readonly Arrear[]>;
}
