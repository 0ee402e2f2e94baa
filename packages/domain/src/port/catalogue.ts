import type { Calendar } from "../calendar/calendar.ts";
import type { Item, ItemId } from "../item/item.ts";
import type { Department, DepartmentId } from "../place/department.ts";
import type { Window, WindowId } from "../place/window.ts";

/** What the window offers. Every adapter promises that a version once given is given for ever. */
export interface Catalogue {
  items(): readonly Item[];
  /** A certain version, or the current one. */
  item(id: ItemId, version?: number): Item | undefined;
  windows(): readonly Window[];
  window(id: WindowId): Window | undefined;
  departments(): readonly Department[];
  department(id: DepartmentId): Department | undefined;
  calendar(): Calendar;
}
