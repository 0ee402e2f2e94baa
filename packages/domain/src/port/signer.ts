import type { ResultClaims } from "../result/result-claims.ts";

/**
 * The key of the deciding body. Every adapter promises ES256 over exactly these claims in a compact JWS whose `kid`
 * is among `keys()`, and that a key once used for a certificate stays among them.
 */
export interface Signer {
  certify(claims: ResultClaims): Promise<string>;
  /** The claims, or undefined for anything that no key of ours has signed. */
  verify(certificate: string): Promise<ResultClaims | undefined>;
  /** Public keys as JWK, newest first. */
  keys(): Promise<readonly Readonly<Record<string, unknown>>[]>;
}
