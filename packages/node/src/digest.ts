import canonicalize from "canonicalize";
import { createHash } from "node:crypto";

/**
 * `value` as the one JSON text everybody writes for it (RFC 8785): keys in order, numbers in one form, no spaces.
 * Members that are `undefined` do not exist, as in JSON. Throws an Error for what JSON cannot say at all
 * (`undefined`, a function, NaN, a lone surrogate, a circle).
 */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("has no canonical JSON form");
  return text;
};

/** SHA-256 as 64 lower-case hexadecimal digits; a string counts as its UTF-8 bytes. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

/** SHA-256 over the canonical bytes of `value`, the same on every machine and in every release. */
export const digest = (value: unknown): string => sha256(canonical(value));
