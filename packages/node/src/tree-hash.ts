import { Hash } from "@window/domain/declared.ts";
import type { TreeHash } from "@window/domain/port/tree-hash.ts";
import { createHash } from "node:crypto";
import { canonical } from "./digest.ts";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The tree of RFC 6962 §2.1 over SHA-256. Throws for a leaf that JSON cannot say. */
export const treeHash: TreeHash = {
  leaf: (content) => Hash.parse(createHash("sha256").update(LEAF).update(canonical(content)).digest("hex")),
  node: (left, right) =>
    Hash.parse(createHash("sha256").update(NODE).update(left, "hex").update(right, "hex").digest("hex")),
  empty: Hash.parse(createHash("sha256").digest("hex")),
};
