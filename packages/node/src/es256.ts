import { createHash, createPublicKey, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { promisify } from "node:util";
import * as z from "zod";
import { canonical } from "./digest.ts";

/** A coordinate of P-256: 32 bytes in base64url. */
const Coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A public key as JWK (RFC 7517), for ES256 and nothing else. Reading a key through this drops a private part. */
export const PublicJwk = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: Coordinate,
  y: Coordinate,
  kid: z.string().min(1),
  alg: z.literal("ES256"),
  use: z.literal("sig"),
});
export type PublicJwk = z.infer<typeof PublicJwk>;

/** The public half of a P-256 key, named by its thumbprint (RFC 7638). Throws for another kind of key. */
export const publicJwk = (key: KeyObject): PublicJwk => {
  const { crv, kty, x, y } = (key.type === "private" ? createPublicKey(key) : key).export({ format: "jwk" });
  const kid = createHash("sha256").update(canonical({ crv, kty, x, y })).digest("base64url");
  return PublicJwk.parse({ crv, kty, x, y, kid, alg: "ES256", use: "sig" });
};

/** ECDSA over P-256 and SHA-256: 64 bytes, r and s (IEEE P1363), as JWS wants it (RFC 7518 §3.4). */
export const signEs256 = (privateKey: KeyObject, bytes: Uint8Array): Uint8Array =>
  sign("sha256", bytes, { key: privateKey, dsaEncoding: "ieee-p1363" });

const signing = promisify(sign);

/** The same on a thread of Node's own: a signature takes longer than anything else of a case, and nobody waits for it. */
export const signEs256Aside = (privateKey: KeyObject, bytes: Uint8Array): Promise<Uint8Array> =>
  signing("sha256", bytes, { key: privateKey, dsaEncoding: "ieee-p1363" });

/** Whether `signature` (64 bytes, r and s) is by the key over `bytes`. Throws for a point that is not on the curve. */
export const verifyEs256 = (
  { kty, crv, x, y }: Pick<PublicJwk, "kty" | "crv" | "x" | "y">,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean => {
  if (signature.length !== 64) return false;
  const key = createPublicKey({ key: { kty, crv, x, y }, format: "jwk" });
  return verify("sha256", bytes, { key, dsaEncoding: "ieee-p1363" }, signature);
};

/**
 * A signature as key services give it (DER: SEQUENCE of two INTEGERs, SEC 1 §C.5) as 64 bytes r and s.
 * Throws a RangeError for anything that is not exactly that.
 */
export const derToP1363 = (der: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(der);
  // Two integers of at most 33 bytes: the length never needs a second byte.
  if (bytes.length < 8 || bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) throw notDer();
  const r = integerAt(bytes, 2);
  const s = integerAt(bytes, r.end);
  if (s.end !== bytes.length) throw notDer();
  return Buffer.concat([r.value, s.value]);
};

const integerAt = (bytes: Buffer, at: number): { readonly value: Buffer; readonly end: number } => {
  const length = bytes[at + 1];
  if (bytes[at] !== 0x02 || length === undefined || length < 1) throw notDer();
  const end = at + 2 + length;
  const written = bytes.subarray(at + 2, end);
  const [first = 0x80, second = 0x80] = written;
  // Negative, padded without need, or cut short.
  if (written.length !== length || first >= 0x80 || (first === 0 && second < 0x80)) throw notDer();
  const value = first === 0 ? written.subarray(1) : written;
  if (value.length > 32) throw notDer();
  return { value: Buffer.concat([Buffer.alloc(32 - value.length), value]), end };
};

const notDer = () => new RangeError("not a DER signature over P-256");
