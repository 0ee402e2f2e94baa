import { Sealed } from "@window/domain/declared.ts";
import type { ApplicationId } from "@window/domain/id.ts";
import type { Place, Vault } from "@window/domain/port/vault.ts";
import { SubjectErased } from "@window/domain/subject-erased.ts";
import * as z from "zod";

export interface MemoryVault extends Vault {
  /** Whether the subject was erased, for whoever audits. */
  isErased(subject: ApplicationId): boolean;
}

/** No cipher, because ten thousand histories would wait for it: an envelope that says where the text belongs. */
const Envelope = z.tuple([z.string(), z.string(), z.string()]);

const contextOf = ({ subject, stream, version }: Place, field: string): string =>
  [subject, stream, version, field].join(" ");

/** Fields come and go under their names; the compiler believes it after looking. */
const named = <Field extends string, Value>(
  fields: Readonly<Record<Field, unknown>>,
  made: Record<string, Value>,
): made is Record<Field, Value> => Object.keys(fields).every((field) => field in made);

export const openMemoryVault = (): MemoryVault => {
  const keys = new Map<ApplicationId, "held" | "erased">();
  let sealed = 0;

  const envelope = (place: Place, field: string, text: string): Sealed => {
    sealed += 1;
    const written = JSON.stringify([contextOf(place, field), text, String(sealed)]);
    return Sealed.parse(`s1.${Buffer.from(written).toString("base64url")}`);
  };
  const opened = (place: Place, field: string, text: string): string => {
    const bytes = Buffer.from(text.slice("s1.".length), "base64url");
    const [context, plain] = Envelope.parse(JSON.parse(bytes.toString()));
    if (context !== contextOf(place, field)) throw new Error("sealed at another place");
    return plain;
  };
  const mapped = <Field extends string, From, To>(
    fields: Readonly<Record<Field, From>>,
    change: (field: string, value: From) => To,
  ): Record<Field, To> => {
    const made: Record<string, To> = {};
    for (const field in fields) made[field] = change(field, fields[field]);
    if (!named(fields, made)) throw new TypeError("a field has no name of its own");
    return made;
  };

  return {
    isErased: (subject) => keys.get(subject) === "erased",
    async seal(place, texts) {
      if (keys.get(place.subject) === "erased") throw new SubjectErased();
      keys.set(place.subject, "held");
      return mapped(texts, (field, text) => envelope(place, field, text));
    },
    async open(place, values) {
      const key = keys.get(place.subject);
      if (key === undefined) throw new Error(`${place.subject} has no key`);
      return key === "erased" ? key : mapped(values, (field, text) => opened(place, field, text));
    },
    async erase(subject) {
      keys.set(subject, "erased");
    },
  };
};
