import * as z from "zod";
import { Hash } from "../declared.ts";
import { StreamId } from "../id.ts";
import type { TreeHash } from "../port/tree-hash.ts";

/** What a root says of one commit: its place, and the hash over everything else in it. */
export const Leaf = z.object({ stream: StreamId, seq: z.int().positive(), hash: Hash });
export type Leaf = z.infer<typeof Leaf>;

type Place = Pick<Leaf, "stream" | "seq">;

/** By stream, then by sequence number, whatever shard or order they came in. Ids are ASCII, so code units are enough. */
export const inOrder = (one: Place, other: Place): number => {
  if (one.stream !== other.stream) return one.stream < other.stream ? -1 : 1;
  return one.seq - other.seq;
};

export const hashOfLeaf = (hash: TreeHash, { stream, seq, hash: commit }: Leaf): Hash =>
  hash.leaf({ stream, seq, hash: commit });
