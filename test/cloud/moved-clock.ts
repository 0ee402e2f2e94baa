import { wireClock } from "@window/aws/wire-clock.ts";
import { later } from "@window/domain/instant.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";

/** The wall clock of a suite that lets minutes go by: it runs, and is moved ahead. */
export const movedClock = (): {
  readonly clock: WireClock;
  readonly forward: (milliseconds: number) => void;
} => {
  let ahead = 0;
  return {
    clock: { now: () => later(wireClock.now(), ahead) },
    forward(milliseconds) {
      ahead += milliseconds;
    },
  };
};
