import * as z from "zod";
import { canonical } from "./digest.ts";
import { PublicJwk, verifyEs256 } from "./es256.ts";

/** These three and no other: nothing in a header tells where keys come from (jku, jwk, x5u) or what is critical. */
const Header = z.strictObject({
  alg: z.literal("ES256"),
  /** Explicit typing (RFC 8725 §3.11): what was signed for one use is worth nothing in another. */
  typ: z.string(),
  kid: z.string().min(1).max(64),
});

/** Signs with a P-256 key: 64 bytes, r and s. */
type Sign = (bytes: Uint8Array) => Promise<Uint8Array>;

const encoded = (value: unknown): string => Buffer.from(canonical(value)).toString("base64url");

/**
 * A JSON value as compact JWS (RFC 7515), ES256, over its canonical bytes. The same value under the same key has the
 * same signed text. Throws a RangeError when the signature is not 64 bytes (a key service answers in DER: `derToP1363`).
 */
export const composeJws = async (typ: string, payload: unknown, kid: string, sign: Sign): Promise<string> => {
  const signed = `${encoded(Header.parse({ alg: "ES256", typ, kid }))}.${encoded(payload)}`;
  const signature = await sign(Buffer.from(signed));
  if (signature.length !== 64) throw new RangeError("an ES256 signature has 64 bytes");
  return `${signed}.${Buffer.from(signature).toString("base64url")}`;
};

export type JwsCheck =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly cause: "malformed" | "wrong-header" | "unknown-key" | "bad-signature" };

const refused = (cause: Extract<JwsCheck, { ok: false }>["cause"]): JwsCheck => ({ ok: false, cause });

/** Twice what a QR code holds; longer texts are not even split. */
const LONGEST = 2048;
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/;

const decoded = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Believes a text only when one of `keys` (JWK) has signed it for this use. Throws when one of them is no P-256 key. */
export const verifyJws = (
  typ: string,
  token: string,
  keys: readonly Readonly<Record<string, unknown>>[],
): JwsCheck => {
  if (token.length > LONGEST || !COMPACT.test(token)) return refused("malformed");
  const [head = "", body = "", tail = ""] = token.split(".");
  const signature = Buffer.from(tail, "base64url");
  // The last character has four spare bits: one signed value has one text.
  if (signature.toString("base64url") !== tail) return refused("malformed");
  const header = Header.safeParse(decoded(head)).data;
  if (header?.typ !== typ) return refused("wrong-header");
  const key = z
    .array(PublicJwk)
    .parse(keys)
    .find(({ kid }) => kid === header.kid);
  if (!key) return refused("unknown-key");
  if (!verifyEs256(key, Buffer.from(`${head}.${body}`), signature)) return refused("bad-signature");
  return { ok: true, payload: decoded(body) };
};
