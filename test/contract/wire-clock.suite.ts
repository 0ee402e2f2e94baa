import type { WireClock } from "@window/domain/port/wire-clock.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

/** The wall clock by another way: where the process began, and how long it has run. */
const wall = (): number => performance.timeOrigin + performance.now();

export const wireClockSuite = (name: string, clock: WireClock): void => {
  test(`wire clock: ${name}: it is the wall clock of this machine, in whole milliseconds`, () => {
    const [before, now, after] = [wall(), clock.now(), wall()];
    // A machine whose clock was just put right is a second apart at most.
    assert.ok(now > before - 1000 && now < after + 1000, `${String(now - before)} ms apart`);
    assert.ok(Number.isInteger(now) && clock.now() >= now);
  });
};
