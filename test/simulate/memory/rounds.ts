import type { Rounds } from "@window/domain/port/rounds.ts";

export const openMemoryRounds = (): Rounds => {
  const tokens = new Map<string, string>();
  return {
    async put(subject, waiting, token) {
      tokens.set(`${subject} ${waiting}`, token);
    },
    get: async (subject, waiting) => tokens.get(`${subject} ${waiting}`),
  };
};
