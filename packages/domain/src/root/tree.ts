import type { Hash } from "../declared.ts";
import type { TreeHash } from "../port/tree-hash.ts";

/** Two neighbours become one; a last one without a neighbour goes up as it is. That is the tree of RFC 6962 §2.1. */
const above = (hash: TreeHash, row: readonly Hash[]): readonly Hash[] => {
  const next: Hash[] = [];
  for (let index = 0; index < row.length; index += 2) {
    const [left, right] = [row[index], row[index + 1]];
    if (left !== undefined) next.push(right === undefined ? left : hash.node(left, right));
  }
  return next;
};

/** The head of the tree over hashes of leaves, or over heads of complete subtrees of one size (the last may be smaller). */
export const headOf = (hash: TreeHash, leaves: readonly Hash[]): Hash => {
  let row = leaves;
  while (row.length > 1) row = above(hash, row);
  return row[0] ?? hash.empty;
};

/** The audit path of one leaf, from the bottom up: the neighbours that are needed to come to the head. */
export const pathOf = (hash: TreeHash, leaves: readonly Hash[], index: number): readonly Hash[] => {
  const path: Hash[] = [];
  let [row, at] = [leaves, index];
  while (row.length > 1) {
    const neighbour = row[at ^ 1];
    if (neighbour !== undefined) path.push(neighbour);
    [row, at] = [above(hash, row), at >> 1];
  }
  return path;
};

/** Where a leaf stands in a tree: its place among `size` leaves and its audit path. */
export interface Placed {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Hash[];
}

/** The head that a leaf at its place leads to, or undefined when no tree of that size has such a path. */
export const headFrom = (hash: TreeHash, leaf: Hash, { index, size, path }: Placed): Hash | undefined => {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined;
  let [head, at, width, used] = [leaf, index, size, 0];
  while (width > 1) {
    const isAlone = at === width - 1 && at % 2 === 0;
    const neighbour = isAlone ? undefined : path[used];
    if (!isAlone && neighbour === undefined) return undefined;
    if (neighbour !== undefined) {
      head = at % 2 === 0 ? hash.node(head, neighbour) : hash.node(neighbour, head);
      used += 1;
    }
    [at, width] = [Math.floor(at / 2), Math.ceil(width / 2)];
  }
  return used === path.length ? head : undefined;
};
