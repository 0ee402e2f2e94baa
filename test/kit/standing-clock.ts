import { fromIso, later, type Instant } from "@window/domain/instant.ts";

/** A clock that stands still until it is moved, for either port. */
export const standingClock = (
  start: Instant = fromIso("2026-03-02T09:00:00+08:00"),
): { now(): Instant; forward(milliseconds: number): void } => {
  let now = start;
  return {
    now: () => now,
    forward(milliseconds) {
      now = later(now, milliseconds);
    },
  };
};
