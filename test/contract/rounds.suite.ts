import type { Rounds } from "@window/domain/port/rounds.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshCase, freshName } from "../kit/fresh.ts";

export interface RoundsHarness {
  readonly rounds: Rounds;
  readonly close: () => Promise<void>;
}

export const roundsSuite = (name: string, make: () => Promise<RoundsHarness>): void => {
  describe(`rounds: ${name}`, () => {
    let rounds: Rounds;
    let close: () => Promise<void>;
    before(async () => {
      ({ rounds, close } = await make());
    });
    after(() => close());

    test("nobody waits for a round that was not opened", async () => {
      assert.equal(await rounds.get(freshCase(), "round-0"), undefined);
    });

    test("a token is there as soon as it was put, whatever characters it has", async () => {
      const subject = freshCase();
      const token = `AQC${"+/=".repeat(300)}${freshName()}`;
      await rounds.put(subject, "round-0", token);
      assert.equal(await rounds.get(subject, "round-0"), token);
    });

    test("the newest token of a wait replaces the one before", async () => {
      const subject = freshCase();
      for (const token of ["first", "second", "third"]) {
        await rounds.put(subject, "round-1", token);
        assert.equal(await rounds.get(subject, "round-1"), token);
      }
    });

    test("a token that was used stays gone, whoever forgets it again", async () => {
      const subject = freshCase();
      await rounds.put(subject, "round-0", "used");
      for (let time = 0; time < 2; time += 1) {
        await rounds.remove(subject, "round-0", "used");
        assert.equal(await rounds.get(subject, "round-0"), undefined);
      }
    });

    test("forgetting a used token leaves the newer one of the same wait, and those of other waits", async () => {
      const subject = freshCase();
      await rounds.put(subject, "stuck", "used");
      await rounds.put(subject, "stuck", "newer");
      await rounds.put(subject, "round-0", "used");
      await rounds.remove(subject, "stuck", "used");
      assert.deepEqual(
        [await rounds.get(subject, "stuck"), await rounds.get(subject, "round-0")],
        ["newer", "used"],
      );
    });

    test("rounds of a case, its being stuck, and other cases have tokens of their own", async () => {
      const [one, other] = [freshCase(), freshCase()];
      await rounds.put(one, "round-0", "zero");
      await rounds.put(one, "round-1", "one");
      await rounds.put(one, "stuck", "stuck");
      await rounds.put(other, "round-0", "other");
      const found = [
        await rounds.get(one, "round-0"),
        await rounds.get(one, "round-1"),
        await rounds.get(one, "stuck"),
        await rounds.get(other, "round-0"),
        await rounds.get(other, "stuck"),
      ];
      assert.deepEqual(found, ["zero", "one", "stuck", "other", undefined]);
    });
  });
};
