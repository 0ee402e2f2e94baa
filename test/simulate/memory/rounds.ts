import type { Rounds } from "@window/domain/port/rounds.ts";

export const openMemoryRounds = (): Rounds => {
  const tokens = new Map<string, string>();
  return {
    async put(subject, waiting, token) {
      tokens.set(`${subject} ${waiting}`, token);
    },
    async remove(subject, waiting, token) {
      if (tokens.get(`${subject} ${waiting}`) === token) tokens.delete(`${subject} ${waiting}`);
    },
    get: async (subject, waiting) => tokens.get(`${subject} ${waiting}`),
  };
};
