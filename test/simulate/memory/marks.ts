import type { Instant } from "@window/domain/instant.ts";
import type { Marks } from "@window/domain/port/marks.ts";

export const openMemoryMarks = (): Marks => {
  const marks = new Map<string, Instant>();
  return {
    get: async (name) => marks.get(name),
    async put(name, until) {
      marks.set(name, until);
    },
  };
};
