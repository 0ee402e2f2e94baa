import { fieldFault, requestFaults } from "@window/contract/field-faults.ts";
import type { FieldFault } from "@window/contract/problem.ts";
import { contentOf, entryOf, Content, type Entry } from "@window/domain/edition/content.ts";
import type { EntryId } from "@window/domain/id.ts";
import * as z from "zod";
import type { Refused } from "./refused.ts";

const membersOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

/** Members that the schema does not know: it would drop them, and nobody would notice. */
const lost = (sent: unknown, taken: unknown, path: string): readonly FieldFault[] => {
  const known = new Map(membersOf(taken));
  return membersOf(sent).flatMap(([name, value]) =>
    known.has(name)
      ? lost(value, known.get(name), `${path}.${name}`)
      : [fieldFault(`${path}.${name.slice(0, 40)}`, "unknown-field")],
  );
};

/** What an operator wrote, as the entry it is; or all that is wrong with it, place by place. */
export const readContent = (id: EntryId, sent: Readonly<Record<string, unknown>>): Entry | Refused => {
  try {
    const content = Content.parse(sent);
    const entry = entryOf(id, 1, content);
    const faults = lost(content, contentOf(entry), "content");
    return faults.length === 0 ? entry : { problem: "content-faulty", faults };
  } catch (fault) {
    if (!(fault instanceof z.ZodError)) throw fault;
    return { problem: "content-faulty", faults: requestFaults(fault, "content") };
  }
};
