import { type Attempt, Attempt as AttemptSchema } from "@window/domain/delivery/delivery.ts";
import type { ReferralId } from "@window/domain/id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import type { Attempts } from "@window/domain/port/attempts.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshHour, freshNotice, freshReferral } from "../kit/fresh.ts";

export interface AttemptsHarness {
  readonly attempts: Attempts;
  /** Moves the wire clock that the adapter was given. */
  readonly forward: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

const made = (referral: ReferralId, number: number, more: Partial<Attempt> = {}): Attempt =>
  AttemptSchema.parse({
    referral,
    department: DepartmentId.parse("dept_talent-office"),
    number,
    at: freshHour(),
    outcome: "failed",
    status: 503,
    latencyMs: 12,
    ...more,
  });

export const attemptsSuite = (name: string, make: () => Promise<AttemptsHarness>): void => {
  describe(`attempts: ${name}`, () => {
    let attempts: Attempts;
    let harness: AttemptsHarness;
    before(async () => {
      harness = await make();
      attempts = harness.attempts;
    });
    after(() => harness.close());

    test("of many senders at once exactly one has an attempt", async () => {
      const referral = freshReferral();
      const words = await Promise.all(Array.from({ length: 10 }, () => attempts.claim(referral, 1)));
      assert.deepEqual(words.toSorted(), ["claimed", ...Array.from({ length: 9 }, () => "in-progress")]);
    });

    test("an attempt that was made is done, and is not made again", async () => {
      const referral = freshReferral();
      assert.equal(await attempts.claim(referral, 1), "claimed");
      await attempts.record(made(referral, 1));
      for (let times = 0; times < 2; times += 1) assert.equal(await attempts.claim(referral, 1), "done");
      harness.forward(120_000);
      assert.equal(await attempts.claim(referral, 1), "done");
    });

    test("an attempt that was released is free for the next who looks", async () => {
      const notice = freshNotice();
      assert.equal(await attempts.claim(notice, 1), "claimed");
      assert.equal(await attempts.claim(notice, 1), "in-progress");
      await attempts.release(notice, 1);
      await attempts.release(notice, 1);
      assert.equal(await attempts.claim(notice, 1), "claimed");
    });

    test("each attempt of each referral is claimed by itself", async () => {
      const [one, other] = [freshReferral(), freshReferral()];
      const words = [
        await attempts.claim(one, 1),
        await attempts.claim(one, 2),
        await attempts.claim(other, 1),
      ];
      assert.deepEqual(words, ["claimed", "claimed", "claimed"]);
    });

    test("an attempt whose sender died is free again after a minute, for one", async () => {
      const referral = freshReferral();
      assert.equal(await attempts.claim(referral, 1), "claimed");
      harness.forward(59_000);
      assert.equal(await attempts.claim(referral, 1), "in-progress");
      harness.forward(2_000);
      const words = await Promise.all([attempts.claim(referral, 1), attempts.claim(referral, 1)]);
      assert.deepEqual(words.toSorted(), ["claimed", "in-progress"]);
    });

    test("the attempts of a referral are listed in their order, as they were recorded", async () => {
      const referral = freshReferral();
      const all = [
        made(referral, 1),
        made(referral, 2, { outcome: "refused", cause: "blocked-address" }),
        made(referral, 10, { outcome: "delivered", status: 204 }),
      ];
      for (const attempt of all.toReversed()) {
        await attempts.claim(referral, attempt.number);
        await attempts.record(attempt);
      }
      assert.deepEqual(await attempts.list(referral), all);
    });

    test("what is only claimed is not listed, and a referral that was never sent has no attempts", async () => {
      const referral = freshReferral();
      await attempts.claim(referral, 1);
      assert.deepEqual(await attempts.list(referral), []);
      assert.deepEqual(await attempts.list(freshReferral()), []);
    });
  });
};
