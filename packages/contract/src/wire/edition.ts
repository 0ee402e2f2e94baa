import { Day } from "@window/domain/day.ts";
import { EntryKind } from "@window/domain/edition/content.ts";
import { EntryId } from "@window/domain/id.ts";
import * as z from "zod";
import { Moment } from "./moment.ts";

/** An entry of the catalogue with the edition that stands and the one that stands next; `drafts` wait for an operator. */
export const EntryLine = z.object({
  entry: EntryId,
  kind: EntryKind,
  standing: z.int().nullable(),
  next: z.object({ edition: z.int(), from: Moment }).nullable(),
  drafts: z.int(),
});

export const EditionLine = z.object({
  edition: z.int(),
  status: z.enum(["draft", "scheduled", "standing", "replaced", "withdrawn"]),
  /** `seed`: shipped with the program. */
  origin: z.enum(["seed", "operator"]),
  draftedAt: Moment,
  /** From when it stands; null for one that was not published. */
  from: Moment.nullable(),
  withdrawnAt: Moment.nullable(),
});
export type EditionLine = z.input<typeof EditionLine>;

/** `seq` is what `If-Match` names. */
export const EntryEditions = z.object({
  entry: EntryId,
  kind: EntryKind,
  seq: z.int(),
  editions: z.array(EditionLine),
});
export type EntryEditions = z.input<typeof EntryEditions>;

/** JSON; what may stand in it, the schema of the kind says. */
const Content = z.record(z.string(), z.unknown());

/** `content` is the entry without its id and, of an item, without its version: these come from the place it stands in. */
export const Edition = EditionLine.extend({ entry: EntryId, content: Content });

/** The content of another edition, as `Edition` shows it; it is held against the schema of its kind. */
export const EditionDraft = z.strictObject({ content: Content });

/** The day on which it begins to stand, 00:00 in Asia/Shanghai; absent: at once. */
export const Publication = z.strictObject({ from: Day.optional() });
