import type { Calendar } from "../calendar/calendar.ts";
import type { ItemId } from "../item/item-id.ts";
import type { Item } from "../item/item.ts";
import type { Department, DepartmentId } from "../place/department.ts";
import type { Window, WindowId } from "../place/window.ts";

/** The entries of the catalogue at one moment: of each one edition. */
export interface Entries {
  readonly items: readonly Item[];
  readonly windows: readonly Window[];
  readonly departments: readonly Department[];
  readonly calendar: Calendar;
}

/** What is offered at one moment; it does not change while somebody reads it. */
export interface Offer extends Entries {
  readonly item: (id: ItemId) => Item | undefined;
  readonly window: (id: WindowId) => Window | undefined;
  readonly department: (id: DepartmentId) => Department | undefined;
}

const finder = <Entry extends { readonly id: string }>(entries: readonly Entry[]) => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (id: Entry["id"]): Entry | undefined => byId.get(id);
};

export const offerOf = (entries: Entries): Offer => ({
  ...entries,
  item: finder(entries.items),
  window: finder(entries.windows),
  department: finder(entries.departments),
});
