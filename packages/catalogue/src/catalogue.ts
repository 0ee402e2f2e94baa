import type { Catalogue } from "@window/domain/port/catalogue.ts";
import type { Seed } from "./seed.ts";

/** The shipped catalogue as the domain reads it. Of an item with several versions the highest is the current one. */
export const catalogueOf = ({ items, windows, departments, calendar }: Seed): Catalogue => {
  const versions = [...items].sort((one, other) => other.version - one.version);
  const current = versions.filter((item, index) => versions.findIndex(({ id }) => id === item.id) === index);
  return {
    items: () => current,
    item: (id, version) =>
      version === undefined
        ? current.find((item) => item.id === id)
        : versions.find((item) => item.id === id && item.version === version),
    windows: () => windows,
    window: (id) => windows.find((window) => window.id === id),
    departments: () => departments,
    department: (id) => departments.find((department) => department.id === id),
    calendar: () => calendar,
  };
};
