import { hkdfSync } from "node:crypto";

/**
 * A key of 32 bytes for one purpose out of a root secret of at least 32 (HKDF-SHA256, RFC 5869), so that what leaks of
 * one use says nothing about another. The same root and purpose give the same key for ever.
 */
export const derivedKey = (root: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", root, "", `talent-window/${purpose}`, 32));
