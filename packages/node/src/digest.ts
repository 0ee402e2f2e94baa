import { Hash } from "@window/domain/declared.ts";
import type { Digest, KeyedDigest } from "@window/domain/port/digest.ts";
import canonicalize from "canonicalize";
import { hash } from "node:crypto";
import { hmacSha256 } from "./mac.ts";

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
export const sha256 = (content: string | Uint8Array): string => hash("sha256", content, "hex");

/** SHA-256 over the canonical bytes of `value`, the same on every machine and in every release. */
export const digest: Digest = (value) => Hash.parse(sha256(canonical(value)));

/** The same under a key of 32 bytes (HMAC-SHA256): whoever lacks it cannot try out what the value may have been. */
export const keyedDigest =
  (key: Uint8Array): KeyedDigest =>
  (value) =>
    Hash.parse(hmacSha256(key, canonical(value)).toString("hex"));
