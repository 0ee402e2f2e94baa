import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { Instant } from "@window/domain/instant.ts";

/** Calls back once after `milliseconds` of real time, unless the returned function cancels it. */
export type After = (milliseconds: number, call: () => void) => () => void;

/** The timers of the process; they do not keep it alive. */
export const realTime: After = (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
};

/** `setTimeout` fires at once for more than this (24.85 days), which is how other runners miss a long deadline. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** Rings at legal instants. Between moves the legal clock runs as the wall clock does; whoever moves it rings himself. */
export interface Alarm {
  /** Ring at `instant`, unless it is set for an earlier one already. */
  set(instant: Instant): void;
  /** Ring in a second of real time: something could not be done now. */
  soon(): void;
  clear(): void;
}

const SECOND = 1000;

/**
 * `ring` is called at the instant or, for one more than 24 days away or a timer that fires early, before it: it looks
 * at the clock itself and sets the alarm again.
 */
export const openAlarm = (clock: LegalClock, after: After, ring: () => void): Alarm => {
  let armed: { readonly instant: Instant; readonly cancel: () => void } | undefined;
  const clear = (): void => {
    armed?.cancel();
    armed = undefined;
  };
  return {
    set(instant) {
      if (armed !== undefined && armed.instant <= instant) return;
      clear();
      const cancel = after(Math.min(Math.max(instant - clock.now(), 0), LONGEST_TIMER), () => {
        armed = undefined;
        ring();
      });
      armed = { instant, cancel };
    },
    soon() {
      after(SECOND, ring);
    },
    clear,
  };
};
