import type { Commit } from "../commit.ts";
import type { StreamId } from "../id.ts";
import type { EventStore } from "../port/event-store.ts";
import type { Roots } from "../port/roots.ts";
import { linkFlaws, type Checking, type Flaw } from "./check-chain.ts";
import { headOfSections } from "./compose-root.ts";
import { hashOfLeaf, type Leaf } from "./leaf.ts";
import type { SignedRoot } from "./root.ts";
import { headOf } from "./tree.ts";

/** A stream as the log has it against what roots have of it: nothing that was rooted may be gone or be another. */
export const streamFlaws = (
  checking: Pick<Checking, "bytesOf">,
  stream: StreamId,
  rooted: readonly Leaf[],
  commits: readonly Commit[],
): readonly Flaw[] => [
  ...linkFlaws(checking, stream, commits),
  ...rooted.flatMap(({ seq, hash }): readonly Flaw[] => {
    const held = commits[seq - 1];
    if (held === undefined) return [{ commit: seq, kind: "gone" }];
    return held.hash === hash ? [] : [{ commit: seq, kind: "not-under-root" }];
  }),
];

export interface Auditing extends Checking {
  readonly store: Pick<EventStore, "load">;
  readonly roots: Pick<Roots, "leaves">;
}

export type Audited =
  | { readonly root: "not-signed" | "leaves-changed" }
  | { readonly root: "signed"; readonly flaws: readonly (Flaw & { readonly stream: StreamId })[] };

/** The leaves under a root, or undefined when they are not those that were signed. */
const leavesUnder = async (
  { roots, treeHash }: Auditing,
  { root, sections }: SignedRoot,
): Promise<readonly Leaf[] | undefined> => {
  const leaves: Leaf[] = [];
  for (const { head } of sections) {
    const section = await roots.leaves(head);
    const hashes = section.map((leaf) => hashOfLeaf(treeHash, leaf));
    if (headOf(treeHash, hashes) !== head) return undefined;
    for (const leaf of section) leaves.push(leaf);
  }
  return headOfSections(treeHash, sections) === root.tree && leaves.length === root.leaves
    ? leaves
    : undefined;
};

/** Holds the whole log against one root: every commit under it is still there, byte by byte. */
export const auditRoot = async (deps: Auditing, signed: SignedRoot): Promise<Audited> => {
  if (deps.readRoot(signed.signed)?.tree !== signed.root.tree) return { root: "not-signed" };
  const leaves = await leavesUnder(deps, signed);
  if (leaves === undefined) return { root: "leaves-changed" };
  const flaws: (Flaw & { readonly stream: StreamId })[] = [];
  for (const [stream, rooted] of Map.groupBy(leaves, (leaf) => leaf.stream))
    for (const flaw of streamFlaws(deps, stream, rooted, await deps.store.load(stream)))
      flaws.push({ stream, ...flaw });
  return { root: "signed", flaws };
};
