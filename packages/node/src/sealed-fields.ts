import { Sealed } from "@window/domain/declared.ts";
import type { Place } from "@window/domain/port/vault.ts";
import { openText, sealText } from "./cipher.ts";

/** What a ciphertext is bound to besides its subject, whose key it is: where it stands, and under which field. */
const contextOf = ({ stream, version }: Place, field: string): string =>
  JSON.stringify([stream, version, field]);

/** The compiler loses the names of the fields in a loop; this gives them back after looking. */
const isWhole = <Field extends string, Value>(
  made: Record<string, Value>,
  fields: Readonly<Record<Field, unknown>>,
): made is Record<Field, Value> => Object.keys(fields).every((field) => Object.hasOwn(made, field));

const mapFields = <Field extends string, From, To>(
  fields: Readonly<Record<Field, From>>,
  change: (field: string, value: From) => To,
): Record<Field, To> => {
  const made: Record<string, To> = {};
  for (const field in fields) made[field] = change(field, fields[field]);
  if (!isWhole(made, fields)) throw new TypeError("a field has no name of its own");
  return made;
};

/** Seals every text under the subject's data key (32 bytes), each bound to its place and field. */
export const sealFields = <Field extends string>(
  dataKey: Uint8Array,
  place: Place,
  texts: Readonly<Record<Field, string>>,
): Record<Field, Sealed> =>
  mapFields(texts, (field, text) => Sealed.parse(sealText(dataKey, contextOf(place, field), text)));

/** Reverses `sealFields`. Throws CannotOpen for what was sealed at another place or field, or under another key. */
export const openFields = <Field extends string>(
  dataKey: Uint8Array,
  place: Place,
  sealed: Readonly<Record<Field, Sealed>>,
): Record<Field, string> =>
  mapFields(sealed, (field, text) => openText(dataKey, contextOf(place, field), text));
