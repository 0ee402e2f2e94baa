import * as z from "zod";
import { CalendarId } from "../calendar/calendar-id.ts";
import { Calendar } from "../calendar/calendar.ts";
import { published } from "../declared.ts";
import type { EntryId } from "../id.ts";
import { ItemId } from "../item/item-id.ts";
import { Item } from "../item/item.ts";
import { Department, DepartmentId } from "../place/department.ts";
import { Window, WindowId } from "../place/window.ts";

/**
 * An entry as JSON, without what its stream says already: its id and, of an item, its version. Published text, written
 * to be read by everybody; the schema of its kind holds it where it comes in and where it is read.
 */
export const Content = published();
export type Content = z.infer<typeof Content>;

export const EntryKind = z.enum(["item", "window", "department", "calendar"]);
export type EntryKind = z.infer<typeof EntryKind>;

/** One entry of the catalogue in one edition. */
export type Entry =
  | { readonly kind: "item"; readonly entry: Item }
  | { readonly kind: "window"; readonly entry: Window }
  | { readonly kind: "department"; readonly entry: Department }
  | { readonly kind: "calendar"; readonly entry: Calendar };

const ids = { item: ItemId, window: WindowId, department: DepartmentId, calendar: CalendarId };

/** The kind of an entry shows in its id. */
export const kindOf = (id: EntryId): EntryKind => {
  const kind = EntryKind.options.find((known) => ids[known].safeParse(id).success);
  if (kind === undefined) throw new Error(`${id} is no entry of the catalogue`);
  return kind;
};

/** Content as the entry it is. The version of an item is the number of its edition. Throws a ZodError for what is none. */
export const entryOf = (id: EntryId, edition: number, content: Content): Entry => {
  const kind = kindOf(id);
  switch (kind) {
    case "item":
      return { kind, entry: Item.parse({ ...content, id, version: edition }) };
    case "window":
      return { kind, entry: Window.parse({ ...content, id }) };
    case "department":
      return { kind, entry: Department.parse({ ...content, id }) };
    case "calendar":
      return { kind, entry: Calendar.parse({ ...content, id }) };
  }
};

/** What of an entry is kept in its stream. */
export const contentOf = ({ kind, entry }: Entry): Content => {
  const { id: _, ...content } = entry;
  if (kind !== "item") return Content.parse(content);
  const { version: _version, ...rest } = Content.parse(content);
  return rest;
};
