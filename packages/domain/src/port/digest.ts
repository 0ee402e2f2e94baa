import type { Hash } from "../declared.ts";

/** SHA-256 over the canonical bytes (RFC 8785) of a JSON value. Every adapter promises the same hash for the same value. */
export type Digest = (value: unknown) => Hash;

/** The same under a secret key, for values that could be guessed: a plain hash of a form is as good as the form. */
export type KeyedDigest = (value: unknown) => Hash;
