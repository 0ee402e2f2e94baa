/** Something that goes over everything now and then, and soon again when something failed. */
import { log, nameOf } from "./local-log.ts";

export interface Sweep {
  /** Resolves when it has gone over everything that was there when it was called; it logs what failed. */
  readonly run: () => Promise<void>;
  readonly soon: () => void;
  /** From now on by itself. */
  readonly start: () => void;
  /** Begins nothing more; resolves when what is under way has ended. */
  readonly stop: () => Promise<void>;
}

/** What failed is looked for again this soon, until nothing fails any more. */
const SOON = 1000;

/** One at a time, because two that find the same would both do it. `work` resolves with the names of what failed. */
export const openSweep = (what: string, every: number, work: () => Promise<readonly string[]>): Sweep => {
  let again: NodeJS.Timeout | undefined;
  let interval: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  let stopped = false;
  const once = async (): Promise<void> => {
    try {
      const failed = await work();
      if (failed.length === 0) return;
      log({ event: "not-swept", what, failed: failed.length, first: failed[0] ?? "" });
    } catch (error) {
      log({ event: "sweep-failed", what, fault: nameOf(error) });
    }
    soon();
  };
  const run = (): Promise<void> => (last = last.then(once));
  const soon = (): void => {
    if (stopped || again !== undefined) return;
    again = setTimeout(() => {
      again = undefined;
      void run();
    }, SOON).unref();
  };
  return {
    run,
    soon,
    start: () => (interval = setInterval(() => void run(), every).unref()),
    stop() {
      stopped = true;
      clearTimeout(again);
      clearInterval(interval);
      return last;
    },
  };
};
