import type { Timers } from "@window/domain/port/timers.ts";
import type { Timer } from "@window/domain/timer.ts";

export interface MemoryTimers extends Timers {
  /** Every row, for whoever audits. */
  all(): readonly Timer[];
  has(timer: Timer): boolean;
}

const PAGE = 500;

/** Instants have 13 digits in this century and the next, so names sort as instants do. */
const nameOf = ({ at, subject, plan }: Timer): string => `${String(at).padStart(16, "0")} ${subject} ${plan}`;

export const openMemoryTimers = (): MemoryTimers => {
  const rows = new Map<string, Timer>();
  return {
    all: () => [...rows.values()],
    has: (timer) => rows.has(nameOf(timer)),
    async set(timer) {
      rows.set(nameOf(timer), timer);
    },
    async remove(timer) {
      rows.delete(nameOf(timer));
    },
    async between(from, until, after = "") {
      const due = [...rows]
        .filter(([name, { at }]) => at >= from && at < until && name > after)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .slice(0, PAGE);
      const timers = due.map(([, timer]) => timer);
      const last = due[PAGE - 1];
      return last === undefined ? { timers } : { timers, next: last[0] };
    },
  };
};
