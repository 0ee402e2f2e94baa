import * as z from "zod";

/** Everything that can be wrong with what was answered. */
export const FaultCause = z.enum([
  "not-answers",
  "unknown-field",
  "not-applicable",
  "required",
  "wrong-type",
  "too-long",
  "characters",
  "unknown-option",
  "too-small",
  "too-large",
  "date",
  "before",
  "length",
  "alphabet",
  "checksum",
  "address",
  "country-code",
]);
export type FaultCause = z.infer<typeof FaultCause>;

/**
 * What is wrong with one answer. `field` is the id as it was sent, at most 40 characters of it, or "" for the answers as a whole.
 * `limit` is the longest length (`too-long`), the bound (`too-small`, `too-large`) or the other field (`before`).
 */
export const Fault = z.object({
  field: z.string(),
  cause: FaultCause,
  limit: z.union([z.string(), z.int()]).optional(),
});
export type Fault = z.infer<typeof Fault>;
