import type { StreamId } from "@window/domain/id.ts";
import type { Arrears } from "@window/domain/port/arrears.ts";

export const openMemoryArrears = (): Arrears => {
  const rows = new Map<StreamId, number>();
  return {
    async put({ stream, seq }) {
      rows.set(stream, Math.max(seq, rows.get(stream) ?? 0));
    },
    async remove({ stream, seq }) {
      if ((rows.get(stream) ?? 0) <= seq) rows.delete(stream);
    },
    list: async () =>
      Array.from(rows, ([stream, seq]) => ({ stream, seq })).toSorted((one, other) =>
        one.stream < other.stream ? -1 : 1,
      ),
  };
};
