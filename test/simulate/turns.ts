import type { Dice } from "./dice.ts";

/**
 * Decides who goes on. Whatever a process asks of the world is parked here first and then let through one at a time, in
 * an order that the dice choose: every interleaving of concurrent work can happen, and the same seed has the same one.
 */
export interface Turns {
  /** Parks `call`; the promise settles with what it gives once it has had its turn, or never. */
  take<Answer>(call: () => Promise<Answer>): Promise<Answer>;
  readonly waiting: number;
  /** Lets one call through and everything that follows from it, up to the next calls; false when none is parked. */
  next(): Promise<boolean>;
  /** The process is gone: no call that is parked happens any more, and nobody hears of it. */
  drop(): void;
}

/** Settles when every promise that can go on has gone on: Node empties its microtasks before it looks at ticks. */
export const quiet = (): Promise<void> =>
  new Promise((resolve) => {
    process.nextTick(resolve);
  });

export const openTurns = (dice: Dice): Turns => {
  let parked: (() => void)[] = [];
  return {
    take: (call) =>
      new Promise((resolve, reject) => {
        parked.push(() => void call().then(resolve, reject));
      }),
    get waiting() {
      return parked.length;
    },
    async next() {
      const index = dice.below(parked.length);
      const chosen = parked[index];
      const last = parked.pop();
      if (chosen === undefined || last === undefined) return false;
      if (index < parked.length) parked[index] = last;
      chosen();
      await quiet();
      return true;
    },
    drop() {
      parked = [];
    },
  };
};
