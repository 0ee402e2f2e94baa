import type { Commit } from "../commit.ts";
import { GENESIS } from "../commit.ts";
import type { Hash } from "../declared.ts";
import { hourOf, type FeedHour } from "../feed.ts";
import type { Digest } from "../port/digest.ts";
import type { TreeHash } from "../port/tree-hash.ts";
import type { ChainFile } from "./chain-file.ts";
import { hashOfLeaf } from "./leaf.ts";
import type { Proof } from "./prove.ts";
import { rootedBy, type Root } from "./root.ts";
import { headFrom } from "./tree.ts";

/** How a chain can be broken. */
export type FlawKind =
  | "foreign-commit"
  | "out-of-place"
  | "not-linked"
  | "bytes-changed"
  | "root-not-signed"
  | "not-under-root"
  | "no-proof"
  | "gone"
  | "differs-from-earlier"
  | "shorter-than-earlier";

/** The commit that breaks the chain, by its place in the file (1, 2, 3 …), and how. */
export interface Flaw {
  readonly commit: number;
  readonly kind: FlawKind;
}

export interface Checking {
  /** The hash that the bytes of a commit give. */
  readonly bytesOf: (commit: Commit) => Hash;
  /** The leaf that a commit is in a tree. */
  readonly leafOf: (commit: Commit) => Hash;
  readonly treeHash: TreeHash;
  /** The root that a JWS signs, or undefined when none of the published keys has signed it. */
  readonly readRoot: (signed: string) => Root | undefined;
}

/** How commits are hashed wherever they are checked. */
export const checkingBy = (digest: Digest, treeHash: TreeHash, readRoot: Checking["readRoot"]): Checking => ({
  bytesOf: ({ hash: _, ...body }) => digest(body),
  leafOf: (commit) => hashOfLeaf(treeHash, commit),
  treeHash,
  readRoot,
});

export interface CheckedChain {
  readonly flaws: readonly Flaw[];
  /** Commits under a signed root. */
  readonly covered: number;
  /** The newest commits, which no root covers yet. */
  readonly waiting: number;
}

/** A commit against its own bytes and the one before; the cheap questions first. */
const linkFlaw = (
  { bytesOf }: Pick<Checking, "bytesOf">,
  stream: string,
  commits: readonly Commit[],
  index: number,
): FlawKind | undefined => {
  const commit = commits[index];
  if (commit === undefined) return undefined;
  if (commit.stream !== stream) return "foreign-commit";
  if (commit.seq !== index + 1) return "out-of-place";
  if (commit.previous !== (commits[index - 1]?.hash ?? GENESIS)) return "not-linked";
  return bytesOf(commit) === commit.hash ? undefined : "bytes-changed";
};

/** Every commit of a stream that does not fit its bytes, its place or the one before. */
export const linkFlaws = (
  checking: Pick<Checking, "bytesOf">,
  stream: string,
  commits: readonly Commit[],
): readonly Flaw[] =>
  commits.flatMap((_, index) => {
    const kind = linkFlaw(checking, stream, commits, index);
    return kind === undefined ? [] : [{ commit: index + 1, kind }];
  });

type SignedRoots = ReadonlyMap<FeedHour, Root>;

/** Only what is signed says of which hour a root is. */
const signedRoots = (readRoot: Checking["readRoot"], roots: ChainFile["roots"]): SignedRoots =>
  new Map(
    roots.flatMap(({ signed }) => {
      const root = readRoot(signed);
      return root === undefined ? [] : [[root.hour, root]];
    }),
  );

/** Its own hour's root or, for who came late, the next one: a root of another time proves nothing about a commit. */
const isOfItsTime = ({ at }: Commit, { hour, before }: Root): boolean =>
  hourOf(at) <= hour && (before === null || hourOf(at) >= before);

const isUnder = ({ treeHash, leafOf }: Checking, commit: Commit, proof: Proof, root: Root): boolean =>
  isOfItsTime(commit, root) &&
  headFrom(treeHash, leafOf(commit), { ...proof, size: root.leaves }) === root.tree;

/** Whether a commit may still be without a root: only the newest ones, and only while they are young. */
const mayWait = ({ commits, proofs, asOf }: ChainFile, index: number): boolean => {
  const commit = commits[index];
  const isLast = proofs.slice(index).every((proof) => proof === null);
  return commit !== undefined && isLast && asOf < rootedBy(commit.at);
};

const proofFlaw = (
  checking: Checking,
  file: ChainFile,
  roots: SignedRoots,
  index: number,
): FlawKind | undefined => {
  const [commit, proof] = [file.commits[index], file.proofs[index] ?? null];
  if (commit === undefined) return undefined;
  if (proof === null) return mayWait(file, index) ? undefined : "no-proof";
  const root = roots.get(proof.hour);
  if (root === undefined) return "root-not-signed";
  return isUnder(checking, commit, proof, root) ? undefined : "not-under-root";
};

/** What a file says against one of the same stream that was kept earlier: nothing may have gone or changed. */
export const flawsSince = (earlier: ChainFile, { commits }: ChainFile): readonly Flaw[] =>
  earlier.commits.flatMap(({ hash }, index): readonly Flaw[] => {
    const now = commits[index];
    if (now === undefined) return [{ commit: index + 1, kind: "shorter-than-earlier" }];
    return now.hash === hash ? [] : [{ commit: index + 1, kind: "differs-from-earlier" }];
  });

/** Checks a chain on what is in the file alone: bytes, links, audit paths, signatures. */
export const checkChain = (checking: Checking, file: ChainFile): CheckedChain => {
  const roots = signedRoots(checking.readRoot, file.roots);
  const proofs = file.commits.flatMap((_, index): readonly Flaw[] => {
    const kind = proofFlaw(checking, file, roots, index);
    return kind === undefined ? [] : [{ commit: index + 1, kind }];
  });
  const covered = file.proofs.filter((proof) => proof !== null).length;
  return {
    flaws: [...linkFlaws(checking, file.stream, file.commits), ...proofs],
    covered,
    waiting: file.commits.length - covered,
  };
};
