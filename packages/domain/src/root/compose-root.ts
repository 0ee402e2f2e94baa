import type { Hash } from "../declared.ts";
import { GENESIS } from "../commit.ts";
import type { FeedHour } from "../feed.ts";
import type { Digest } from "../port/digest.ts";
import type { TreeHash } from "../port/tree-hash.ts";
import { hashOfLeaf, inOrder, type Leaf } from "./leaf.ts";
import { SECTION, type Root, type Section } from "./root.ts";
import { headOf } from "./tree.ts";

/** A section with the leaves that are kept under its head. */
export interface FilledSection extends Section {
  readonly leaves: readonly Leaf[];
}

const sectionOf = (hash: TreeHash, leaves: readonly Leaf[]): readonly FilledSection[] => {
  const [first] = leaves;
  if (first === undefined) return [];
  const head = headOf(
    hash,
    leaves.map((leaf) => hashOfLeaf(hash, leaf)),
  );
  return [{ first: { stream: first.stream, seq: first.seq }, head, leaves }];
};

/** Each commit once, in the one order that does not depend on where the feed had it or when it came. */
const arranged = (leaves: readonly Leaf[]): readonly Leaf[] =>
  leaves.toSorted(inOrder).filter((leaf, index, all) => {
    const before = all[index - 1];
    return before === undefined || inOrder(before, leaf) !== 0;
  });

/** Cuts the leaves of a root into sections. The same commits give the same sections. */
export const sectionsOf = (hash: TreeHash, unordered: readonly Leaf[]): readonly FilledSection[] => {
  const leaves = arranged(unordered);
  const starts = Array.from({ length: Math.ceil(leaves.length / SECTION) }, (_, index) => index * SECTION);
  return starts.flatMap((start) => sectionOf(hash, leaves.slice(start, start + SECTION)));
};

export const headOfSections = (hash: TreeHash, sections: readonly Section[]): Hash =>
  headOf(
    hash,
    sections.map(({ head }) => head),
  );

/** The root of an hour, made of nothing but the commits under it and the root before: made twice it is the same. */
export const composeRoot = (
  { digest, treeHash }: { readonly digest: Digest; readonly treeHash: TreeHash },
  hour: FeedHour,
  before: Root | undefined,
  sections: readonly FilledSection[],
): Root => ({
  hour,
  before: before?.hour ?? null,
  previous: before === undefined ? GENESIS : digest(before),
  leaves: sections.reduce((sum, { leaves }) => sum + leaves.length, 0),
  tree: headOfSections(treeHash, sections),
});
