import type { Instant } from "@window/domain/instant.ts";

interface Entry {
  readonly at: Instant;
  readonly order: number;
  readonly happen: () => void;
}

/** What is going to happen, in the order of its instants; of two at one instant the one noted first. */
export interface Agenda {
  note(at: Instant, happen: () => void): void;
  readonly next: Instant | undefined;
  /** Takes what is due at `now`, one at a time. */
  take(now: Instant): (() => void) | undefined;
}

export const openAgenda = (): Agenda => {
  const entries: Entry[] = [];
  let noted = 0;
  return {
    note(at, happen) {
      noted += 1;
      let place = entries.length;
      // What is noted is mostly near, and the list is kept with the nearest last.
      while (place > 0 && (entries[place - 1]?.at ?? 0) <= at) place -= 1;
      entries.splice(place, 0, { at, order: noted, happen });
    },
    get next() {
      return entries.at(-1)?.at;
    },
    take(now) {
      const nearest = entries.at(-1);
      if (nearest === undefined || nearest.at > now) return undefined;
      entries.pop();
      return nearest.happen;
    },
  };
};
