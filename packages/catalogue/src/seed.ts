import type { Calendar } from "@window/domain/calendar/calendar.ts";
import type { Item } from "@window/domain/item/item.ts";
import type { Department } from "@window/domain/place/department.ts";
import type { Window } from "@window/domain/place/window.ts";
import { calendar } from "./calendar.ts";
import { departments } from "./departments.ts";
import { items } from "./items.ts";
import { windows } from "./windows.ts";

export type Seed = {
  items: readonly Item[];
  windows: readonly Window[];
  departments: readonly Department[];
  calendar: Calendar;
};

/** What this house is shipped with. Plain values: adapters hash them and import them once per hash. */
export const seed: Seed = checked({ items, windows, departments, calendar });

/**
 * Throws when two things have one id or an item asks a department that is not there: a wrong catalogue stops the
 * start, not the first applicant.
 */
export function checked(seed: Seed): Seed {
  const departmentIds = new Set(seed.departments.map((department) => department.id));
  const strangers = seed.items
    .flatMap(({ ways }) => ways.flatMap(({ rounds }) => rounds.flat()))
    .filter((step) => !departmentIds.has(step.department))
    .map((step) => `step ${step.id} asks ${step.department}, which is not there`);
  const faults = [
    ...strangers,
    ...twice(seed.items.map((item) => `${item.id} version ${item.version}`)),
    ...twice(seed.windows.map((window) => window.id)),
    ...twice(seed.departments.map((department) => department.id)),
  ];
  if (faults.length > 0) throw new Error(`catalogue: ${faults.join("; ")}`);
  return seed;
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`);
}
