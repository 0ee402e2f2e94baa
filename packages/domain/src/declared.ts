import * as z from "zod";

/**
 * Every text in an event schema is declared as one of four kinds (design §4), and a law test walks the schemas
 * to hold it: a `code` comes from a closed or technical vocabulary, an `id` names something pseudonymously, `public` is
 * what an edition of the catalogue publishes to everybody, and everything else is `personal` and stands in an event only
 * as ciphertext.
 */
export type Declared = "code" | "id" | "public" | "personal";

const declare = (declared: Declared) => ({ declared });

/** A technical word: reason codes, versions, content types, digests. At most 128 characters, no spaces. */
export const code = () =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}$/)
    .meta(declare("code"));

/** One of a closed list of codes. */
export const oneOf = <const Members extends readonly [string, ...string[]]>(members: Members) =>
  z.enum(members).meta(declare("code"));

/** An id with its prefix, branded so that a case cannot be passed for an application. */
export const prefixed = <Prefix extends string>(prefix: Prefix) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-z][0-9a-z-]{1,79}$`))
    .meta(declare("id"))
    .brand<Prefix>();

/** JSON that is written to be read by everybody. */
export const published = () => z.record(z.string(), z.json()).meta(declare("public"));

/** Ciphertext of a personal value under its subject's data key: the only form in which one is ever kept. */
export const Sealed = z
  .string()
  .regex(/^s1\.[A-Za-z0-9_-]{38,}$/)
  .meta(declare("personal"))
  .brand<"Sealed">();
export type Sealed = z.infer<typeof Sealed>;

/** SHA-256 in lower-case hexadecimal. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta(declare("code"))
  .brand<"Hash">();
export type Hash = z.infer<typeof Hash>;
