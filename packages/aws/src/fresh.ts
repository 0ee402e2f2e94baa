import type { WireClock } from "@window/domain/port/wire-clock.ts";

/** Five minutes, the longest that keys and configuration may be held (design §4). */
export const FRESH = 5 * 60_000;

/** Reads once and again after five minutes; callers at the same time share one read, and a failed one is forgotten. */
export const openFresh = <Value>(read: () => Promise<Value>, clock: WireClock): (() => Promise<Value>) => {
  let held: { readonly until: number; readonly value: Promise<Value> } | undefined;
  return () => {
    if (held !== undefined && clock.now() < held.until) return held.value;
    const value = read();
    const reading = { until: clock.now() + FRESH, value };
    held = reading;
    value.catch(() => {
      if (held === reading) held = undefined;
    });
    return value;
  };
};
