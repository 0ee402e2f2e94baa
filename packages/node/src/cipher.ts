import { createCipheriv, createDecipheriv } from "node:crypto";
import { freshBytes } from "./fresh-bytes.ts";
import { secretKey } from "./secret-key.ts";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;
const TEXT_PREFIX = "s1.";
const KEY_PREFIX = "k1.";
/** AES-256. */
const KEY_BYTES = 32;

/** The key, the context or the sealed value is not the one it was sealed with. Says nothing of the content. */
export class CannotOpen extends Error {
  override name = "CannotOpen";
  constructor() {
    super("cannot be opened with this key in this context");
  }
}

/**
 * AES-256-GCM (NIST SP 800-38D): `iv | ciphertext | tag`, 28 bytes longer than `plain`. `context` is the additional
 * data: the place the value belongs to (stream, field, version), so that ciphertext moved elsewhere does not open.
 *
 * The IV is random unless one is given (tests alone give one: the same IV twice under one key betrays both texts).
 * 96 random bits are safe for 2^32 values under one key; a key here belongs to one subject and seals hundreds.
 */
export const sealBytes = (
  key: Uint8Array,
  context: string | Uint8Array,
  plain: Uint8Array,
  iv: Uint8Array = freshBytes(IV_BYTES),
): Uint8Array => {
  const cipher = createCipheriv(ALGORITHM, secretKey(key), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** Reverses `sealBytes`. Throws CannotOpen when key, context or a single bit is another. */
export const openBytes = (key: Uint8Array, context: string | Uint8Array, sealed: Uint8Array): Uint8Array => {
  if (sealed.length < IV_BYTES + TAG_BYTES) throw new CannotOpen();
  const decipher = createDecipheriv(ALGORITHM, secretKey(key), sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new CannotOpen();
  }
};

const toText = (prefix: string, bytes: Uint8Array): string =>
  prefix + Buffer.from(bytes).toString("base64url");

/** One text for one value: base64url has spare bits at its end, and a text that uses them is refused. */
const fromText = (prefix: string, text: string): Uint8Array => {
  const bytes = Buffer.from(text.slice(prefix.length), "base64url");
  if (toText(prefix, bytes) !== text) throw new CannotOpen();
  return bytes;
};

/** `s1.` and base64url of iv, ciphertext and tag. `key` has 32 bytes; for `aad` and `iv` see `sealBytes`. */
export const sealText = (key: Uint8Array, aad: string, plaintext: string, iv?: Uint8Array): string =>
  toText(TEXT_PREFIX, sealBytes(key, aad, Buffer.from(plaintext), iv));

/** Reverses `sealText`. Throws CannotOpen. */
export const openText = (key: Uint8Array, aad: string, sealed: string): string =>
  Buffer.from(openBytes(key, aad, fromText(TEXT_PREFIX, sealed))).toString("utf8");

/** A new data key: 32 random bytes. */
export const newDataKey = (): Uint8Array => freshBytes(KEY_BYTES);

/** A data key under a wrapping key, `k1.…`; `aad` names whose key it is. */
export const wrapKey = (wrappingKey: Uint8Array, aad: string, dataKey: Uint8Array): string =>
  toText(KEY_PREFIX, sealBytes(wrappingKey, aad, dataKey));

/**
 * Reverses `wrapKey`. Throws CannotOpen. Keys are held by the thousand, so each is a copy: small buffers of Node are cut
 * from slabs of 8 KB, and 32 bytes that are held would hold their whole slab.
 */
export const unwrapKey = (wrappingKey: Uint8Array, aad: string, wrapped: string): Uint8Array =>
  Uint8Array.from(openBytes(wrappingKey, aad, fromText(KEY_PREFIX, wrapped)));
