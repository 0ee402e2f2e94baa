import { Hash } from "../declared.ts";
import { FeedHour, hourAfter, hourOf } from "../feed.ts";
import type { Commit } from "../commit.ts";
import type { Roots } from "../port/roots.ts";
import type { TreeHash } from "../port/tree-hash.ts";
import * as z from "zod";
import { hashOfLeaf, inOrder, type Leaf } from "./leaf.ts";
import { SECTION, type SignedRoot } from "./root.ts";
import { pathOf } from "./tree.ts";

/** That a commit is under the root of an hour: its place among the leaves, and the audit path to the head. */
export const Proof = z.object({
  hour: FeedHour,
  index: z.int().nonnegative(),
  path: z.array(Hash),
});
export type Proof = z.infer<typeof Proof>;

export interface Proving {
  readonly roots: Pick<Roots, "from" | "leaves">;
  readonly treeHash: TreeHash;
}

/** A proof with the root that it leads to. */
export interface Proved {
  readonly proof: Proof;
  readonly root: SignedRoot;
}

const under = async (
  { roots, treeHash }: Proving,
  root: SignedRoot,
  commit: Leaf,
): Promise<Proved | undefined> => {
  const { sections } = root;
  const at = sections.findLastIndex(({ first }) => inOrder(first, commit) <= 0);
  const section = sections[at];
  if (section === undefined) return undefined;
  const leaves = await roots.leaves(section.head);
  const place = leaves.findIndex((leaf) => inOrder(leaf, commit) === 0);
  if (place < 0) return undefined;
  const inSection = leaves.map((leaf) => hashOfLeaf(treeHash, leaf));
  const heads = sections.map(({ head }) => head);
  const path = [...pathOf(treeHash, inSection, place), ...pathOf(treeHash, heads, at)];
  return { proof: { hour: root.root.hour, index: at * SECTION + place, path }, root };
};

/**
 * Finds a commit under the root of its hour or, when it came late, under the next one. Undefined for one that no root
 * covers yet, and for one that none ever covered: which of the two it is the age of the commit tells (`rootedBy`).
 */
export const prove = async (deps: Proving, commit: Commit): Promise<Proved | undefined> => {
  const own = await deps.roots.from(hourOf(commit.at));
  if (own === undefined) return undefined;
  const found = await under(deps, own, commit);
  if (found !== undefined) return found;
  const next = await deps.roots.from(hourAfter(own.root.hour));
  return next && under(deps, next, commit);
};
