import { later, type Instant } from "@window/domain/instant.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

interface Movable extends LegalClock {
  move(to: Instant): Promise<Instant>;
}

export interface LegalClockHarness {
  readonly clock: Movable;
  /** The clock of another process, or after a restart. */
  readonly elsewhere: () => Promise<LegalClock>;
  /** Moves the wall clock that the adapter was given; it may also be set back. */
  readonly forward: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

const DAY = 24 * 60 * 60 * 1000;

/** The tests go on from each other: there is one clock, and it never goes back. */
export const legalClockSuite = (name: string, make: () => Promise<LegalClockHarness>): void => {
  describe(`legal clock: ${name}`, () => {
    let harness: LegalClockHarness;
    before(async () => {
      harness = await make();
    });
    after(() => harness.close());

    test("runs at the speed of the wall clock", () => {
      const start = harness.clock.now();
      harness.forward(1234);
      assert.equal(harness.clock.now(), later(start, 1234));
    });

    test("is moved ahead to an instant and goes on from there, in every process", async () => {
      const to = later(harness.clock.now(), 30 * DAY);
      assert.equal(await harness.clock.move(to), to);
      harness.forward(500);
      assert.equal(harness.clock.now(), later(to, 500));
      assert.equal((await harness.elsewhere()).now(), later(to, 500));
    });

    test("a move back is no move", async () => {
      const now = harness.clock.now();
      assert.equal(await harness.clock.move(later(now, -DAY)), now);
      assert.equal(harness.clock.now(), now);
      assert.equal((await harness.elsewhere()).now(), now);
    });
  });
};
