import type { Hash } from "../declared.ts";

/**
 * SHA-256 with the prefixes of RFC 6962 §2.1, so that a leaf can never be taken for a node. Every adapter promises:
 * `leaf` is over 0x00 and the canonical bytes (RFC 8785) of a JSON value, `node` over 0x01 and the 32 bytes of both,
 * `empty` over nothing.
 */
export interface TreeHash {
  leaf(content: unknown): Hash;
  node(left: Hash, right: Hash): Hash;
  readonly empty: Hash;
}
