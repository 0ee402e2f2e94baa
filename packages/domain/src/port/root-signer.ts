import type { Root } from "../root/root.ts";

/**
 * The key of the log, another one than that of certificates. Every adapter promises ES256 over exactly this root in a
 * compact JWS whose `kid` is among `keys()`, and that a key once used stays among them.
 */
export interface RootSigner {
  sign(root: Root): Promise<string>;
  /** Public keys as JWK, newest first. */
  keys(): Promise<readonly Readonly<Record<string, unknown>>[]>;
}
