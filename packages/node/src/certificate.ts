import { ResultClaims } from "@window/domain/result/result-claims.ts";
import { composeJws, verifyJws, type JwsCheck } from "./compact-jws.ts";

/** A login token of ours is no certificate, and the other way round. */
const TYPE = "talent-result+jwt";

/** A certificate 证照 as compact JWS, signed with the key of the deciding body. Throws as `composeJws` does. */
export const composeCertificate = (
  claims: ResultClaims,
  kid: string,
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<string> => composeJws(TYPE, claims, kid, sign);

export type CertificateCheck =
  | { readonly ok: true; readonly claims: ResultClaims }
  | {
      readonly ok: false;
      readonly cause: Extract<JwsCheck, { ok: false }>["cause"] | "wrong-claims";
    };

/**
 * Reads a certificate and believes it only when one of `keys` (our own, as JWK) has signed it. Whether it has been
 * revoked since is another question. Throws only when one of our keys is no P-256 key.
 */
export const verifyCertificate = (
  token: string,
  keys: readonly Readonly<Record<string, unknown>>[],
): CertificateCheck => {
  const check = verifyJws(TYPE, token, keys);
  if (!check.ok) return check;
  const claims = ResultClaims.safeParse(check.payload);
  return claims.success ? { ok: true, claims: claims.data } : { ok: false, cause: "wrong-claims" };
};
