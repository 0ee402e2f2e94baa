import { ResultClaims } from "@window/domain/result/result-claims.ts";
import * as z from "zod";
import { canonical } from "./digest.ts";
import { PublicJwk, verifyEs256 } from "./es256.ts";

/** Explicit typing (RFC 8725 §3.11): a login token of ours is no certificate, and the other way round. */
const TYPE = "talent-result+jwt";

/** These three and no other: nothing in a certificate tells where keys come from (jku, jwk, x5u) or what is critical. */
const Header = z.strictObject({
  alg: z.literal("ES256"),
  typ: z.literal(TYPE),
  kid: z.string().min(1).max(64),
});

/** Signs with the key of the deciding body: 64 bytes, r and s. */
type Sign = (bytes: Uint8Array) => Promise<Uint8Array>;

/**
 * A certificate 证照 as compact JWS (RFC 7515), ES256. The same claims under the same key have the same signed text.
 * Throws a RangeError when the signature is not 64 bytes (a key service answers in DER: see `derToP1363`).
 */
export const composeCertificate = async (claims: ResultClaims, kid: string, sign: Sign): Promise<string> => {
  const header = Header.parse({ alg: "ES256", typ: TYPE, kid });
  const signed = `${encoded(header)}.${encoded(claims)}`;
  const signature = await sign(Buffer.from(signed));
  if (signature.length !== 64) throw new RangeError("an ES256 signature has 64 bytes");
  return `${signed}.${Buffer.from(signature).toString("base64url")}`;
};

const encoded = (value: unknown): string => Buffer.from(canonical(value)).toString("base64url");

export type CertificateCheck =
  | { readonly ok: true; readonly claims: ResultClaims }
  | {
      readonly ok: false;
      readonly cause: "malformed" | "wrong-header" | "unknown-key" | "bad-signature" | "wrong-claims";
    };

const refused = (cause: Extract<CertificateCheck, { ok: false }>["cause"]): CertificateCheck => ({
  ok: false,
  cause,
});

/** Twice what a QR code holds; longer texts are not even split. */
const LONGEST = 2048;
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/;

/**
 * Reads a certificate and believes it only when one of `keys` (our own, as JWK) has signed it. Whether it has been
 * revoked since is another question. Throws only when one of our keys is no P-256 key.
 */
export const verifyCertificate = (
  token: string,
  keys: readonly Readonly<Record<string, unknown>>[],
): CertificateCheck => {
  if (token.length > LONGEST || !COMPACT.test(token)) return refused("malformed");
  const [head = "", body = "", tail = ""] = token.split(".");
  const signature = Buffer.from(tail, "base64url");
  // The last character has four spare bits: one certificate has one text.
  if (signature.toString("base64url") !== tail) return refused("malformed");
  const header = Header.safeParse(decoded(head));
  if (!header.success) return refused("wrong-header");
  const key = z
    .array(PublicJwk)
    .parse(keys)
    .find(({ kid }) => kid === header.data.kid);
  if (!key) return refused("unknown-key");
  if (!verifyEs256(key, Buffer.from(`${head}.${body}`), signature)) return refused("bad-signature");
  const claims = ResultClaims.safeParse(decoded(body));
  return claims.success ? { ok: true, claims: claims.data } : refused("wrong-claims");
};

const decoded = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
