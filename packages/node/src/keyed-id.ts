import { timingSafeEqual } from "node:crypto";
import { canonical } from "./digest.ts";
import { hmacSha256 } from "./mac.ts";

/** Crockford's base32: no i, l, o, u, so that nothing is misread and no word appears. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const BITS_PER_CHARACTER = 5;

/**
 * HMAC-SHA256 (32 bytes) over the parts. They are written as a JSON array first, so that ("ab", "c") and ("a", "bc")
 * differ, whatever the parts contain.
 */
export const keyedBytes = (key: Uint8Array, parts: readonly string[]): Uint8Array =>
  hmacSha256(key, canonical(parts));

const base32 = (bytes: Uint8Array, chars: number): string => {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BITS_PER_CHARACTER && text.length < chars) {
      bits -= BITS_PER_CHARACTER;
      text += ALPHABET.charAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return text;
};

/**
 * An id nobody can guess and everybody who holds the key derives again: `chars` lower-case characters of 5 bits each
 * (26 give 130 bits; 51 is the most that 256 bits can give). Throws a RangeError for other lengths.
 */
export const keyedId = (key: Uint8Array, parts: readonly string[], chars = 26): string => {
  if (!Number.isInteger(chars) || chars < 1 || chars > 51)
    throw new RangeError("a keyed id has 1 to 51 characters");
  return base32(keyedBytes(key, parts), chars);
};

/** The eight upper-case characters a person types beside the case number (40 bits; the route limits the tries). */
export const queryCode = (key: Uint8Array, id: string): string =>
  keyedId(key, ["query-code", id], 8).toUpperCase();

/** Whether two secrets are equal, in a time that tells nothing about where they differ (their length may show). */
export const sameText = (one: string, other: string): boolean => {
  const left = Buffer.from(one);
  const right = Buffer.from(other);
  return left.length === right.length && timingSafeEqual(left, right);
};
