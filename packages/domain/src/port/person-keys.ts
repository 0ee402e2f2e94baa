import type { IdentityKind } from "../identifier/identity.ts";
import * as z from "zod";

/** 32 bits in lower-case hexadecimal. Few enough that one says little of a person: docs/adr/0011. */
export const PersonKey = z
  .string()
  .regex(/^[0-9a-f]{8}$/)
  .brand<"PersonKey">();
export type PersonKey = z.infer<typeof PersonKey>;

/**
 * Under what a number of identity stands in the index, from the kind of its document and its canonical form. Every
 * adapter promises determinism under one secret that is used for nothing else, and keys that nobody without it can
 * compute. Two people may share a key, so whoever finds by it compares the number itself.
 */
export type PersonKeys = (kind: IdentityKind, number: string) => PersonKey;
