import type { NoticeId, ReferralId } from "@window/domain/id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import type { Attempts, Claim, Made } from "@window/domain/port/attempts.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshHour, freshNotice, freshReferral } from "../kit/fresh.ts";

export interface AttemptsHarness {
  readonly attempts: Attempts;
  /** Moves the wire clock that the adapter was given. */
  readonly forward: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

const tried = (more: Partial<Made> = {}): Made => ({
  department: DepartmentId.parse("dept_talent-office"),
  at: freshHour(),
  outcome: "failed",
  status: 503,
  latencyMs: 12,
  ...more,
});

const word = (claimed: object | string): string => (typeof claimed === "string" ? claimed : "claimed");

const got = <Subject>(claimed: Claim<Subject> | string): Claim<Subject> =>
  typeof claimed === "string" ? assert.fail(`it is ${claimed}`) : claimed;

export const attemptsSuite = (name: string, make: () => Promise<AttemptsHarness>): void => {
  describe(`attempts: ${name}`, () => {
    let attempts: Attempts;
    let harness: AttemptsHarness;
    before(async () => {
      harness = await make();
      attempts = harness.attempts;
    });
    after(() => harness.close());

    const claimed = async (subject: ReferralId | NoticeId, number = 1) =>
      word(await attempts.claim(subject, number));

    /** Two claims on one attempt: the first sender took longer than it may, and a second one has it now. */
    const twoHolders = async <Subject extends ReferralId | NoticeId>(subject: Subject) => {
      const late = got(await attempts.claim(subject, 1));
      harness.forward(61_000);
      return [late, got(await attempts.claim(subject, 1))] as const;
    };

    test("of many senders at once exactly one has an attempt", async () => {
      const referral = freshReferral();
      const words = await Promise.all(Array.from({ length: 10 }, () => claimed(referral)));
      assert.deepEqual(words.toSorted(), ["claimed", ...Array.from({ length: 9 }, () => "in-progress")]);
    });

    test("an attempt that was made is done, and is not made again", async () => {
      const referral = freshReferral();
      await attempts.record(got(await attempts.claim(referral, 1)), tried());
      for (let times = 0; times < 2; times += 1) assert.equal(await claimed(referral), "done");
      harness.forward(120_000);
      assert.equal(await claimed(referral), "done");
    });

    test("an attempt that was released is free for the next who looks, also when it is released twice", async () => {
      const notice = freshNotice();
      const claim = got(await attempts.claim(notice, 1));
      assert.equal(await claimed(notice), "in-progress");
      for (let times = 0; times < 2; times += 1) await attempts.release(claim);
      assert.equal(await claimed(notice), "claimed");
      await attempts.release(claim);
      assert.equal(await claimed(notice), "in-progress");
    });

    test("a sender whose claim ran out does not free the attempt of the one who has it now", async () => {
      const notice = freshNotice();
      const [late, holder] = await twoHolders(notice);
      await attempts.release(late);
      assert.equal(await claimed(notice), "in-progress");
      await attempts.release(holder);
      assert.equal(await claimed(notice), "claimed");
    });

    test("a sender whose claim ran out says nothing of the attempt that another makes now", async () => {
      const referral = freshReferral();
      const [late, holder] = await twoHolders(referral);
      const [first, second] = [tried({ status: 500 }), tried({ outcome: "delivered", status: 204 })];
      await attempts.record(late, first);
      assert.deepEqual(await attempts.list(referral), []);
      assert.equal(await claimed(referral), "in-progress");
      await attempts.record(holder, second);
      await attempts.record(late, first);
      assert.deepEqual(await attempts.list(referral), [{ referral, number: 1, ...second }]);
    });

    test("a sender who was slow, and whom nobody followed, may still say what it did, once", async () => {
      const referral = freshReferral();
      const claim = got(await attempts.claim(referral, 1));
      harness.forward(61_000);
      const made = tried();
      for (let times = 0; times < 2; times += 1) await attempts.record(claim, made);
      assert.deepEqual(await attempts.list(referral), [{ referral, number: 1, ...made }]);
      assert.equal(await claimed(referral), "done");
    });

    test("each attempt of each referral is claimed by itself", async () => {
      const [one, other] = [freshReferral(), freshReferral()];
      const words = [await claimed(one), await claimed(one, 2), await claimed(other)];
      assert.deepEqual(words, ["claimed", "claimed", "claimed"]);
    });

    test("an attempt whose sender died is free again after a minute, for one", async () => {
      const referral = freshReferral();
      assert.equal(await claimed(referral), "claimed");
      harness.forward(59_000);
      assert.equal(await claimed(referral), "in-progress");
      harness.forward(2_000);
      const words = await Promise.all([claimed(referral), claimed(referral)]);
      assert.deepEqual(words.toSorted(), ["claimed", "in-progress"]);
    });

    test("the attempts of a referral are listed in their order, as they were recorded", async () => {
      const referral = freshReferral();
      const all = [
        { referral, number: 1, ...tried() },
        { referral, number: 2, ...tried({ outcome: "refused", cause: "blocked-address" }) },
        { referral, number: 10, ...tried({ outcome: "delivered", status: 204 }) },
      ];
      for (const { referral: _, number, ...made } of all.toReversed())
        await attempts.record(got(await attempts.claim(referral, number)), made);
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
