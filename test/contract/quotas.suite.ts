import type { Quotas } from "@window/domain/port/quotas.ts";
import type { Quota } from "@window/domain/quota.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshName } from "../kit/fresh.ts";

export interface QuotasHarness {
  readonly quotas: Quotas;
  /** The same counts as another process sees them. */
  readonly elsewhere: () => Promise<Quotas>;
  readonly forward: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

const tries: Quota = { name: "tries", size: 10, seconds: 600 };
/** The largest that is exact. */
const lookUps: Quota = { name: "look-ups", size: 31, seconds: 3600 };
const reads: Quota = { name: "reads", size: 160, seconds: 60 };

const times = async (count: number, take: () => Promise<{ readonly granted: boolean }>): Promise<number> => {
  let granted = 0;
  for (let time = 0; time < count; time += 1) if ((await take()).granted) granted += 1;
  return granted;
};

export const quotasSuite = (name: string, make: () => Promise<QuotasHarness>): void => {
  describe(`quotas: ${name}`, () => {
    let quotas: Quotas;
    let elsewhere: QuotasHarness["elsewhere"];
    let forward: QuotasHarness["forward"];
    let close: QuotasHarness["close"];
    before(async () => {
      ({ quotas, elsewhere, forward, close } = await make());
    });
    after(() => close());

    test("as many are granted as there are, and then one after the other", async () => {
      const key = freshName();
      assert.equal(await times(15, () => quotas.take(key, tries)), 10);
      const { left, nextIn } = await quotas.take(key, tries);
      assert.deepEqual([left, nextIn], [0, 60]);
      forward(60_000);
      assert.equal(await times(2, () => quotas.take(key, tries)), 1);
      forward(600_000);
      assert.equal(await times(15, () => quotas.take(key, tries)), 10);
    });

    test("keys do not touch each other", async () => {
      const [one, other] = [freshName(), freshName()];
      await times(10, () => quotas.take(one, tries));
      assert.equal((await quotas.take(one, tries)).granted, false);
      assert.equal((await quotas.take(other, tries)).left, 9);
    });

    test("a quota of 31 is exact over many processes", async () => {
      const key = freshName();
      let granted = 0;
      for (let process = 0; process < 6; process += 1) {
        const each = await elsewhere();
        granted += await times(8, () => each.take(key, lookUps));
      }
      assert.equal(granted, 31);
    });

    test("a small quota is exact over several processes, also when they ask at once", async () => {
      const key = freshName();
      const others = [quotas, await elsewhere(), await elsewhere()];
      const all = Array.from({ length: 6 }, () => others).flat();
      const spent = await Promise.all(all.map((each) => each.take(key, tries)));
      const granted = spent.filter((one) => one.granted);
      assert.ok(granted.length <= 10);
      assert.ok(granted.length >= 5, `${granted.length} were granted`);
      assert.equal(await times(6, () => quotas.take(key, tries)), 10 - granted.length);
    });

    test("a large one is ahead by no more than a sixteenth for each process", async () => {
      const key = freshName();
      const others = [quotas, await elsewhere(), await elsewhere()];
      const granted = await times(400, async () => {
        const spent = await Promise.all(others.map((each) => each.take(key, reads)));
        return { granted: spent.every((one) => one.granted) };
      });
      assert.ok(granted * 3 >= 130 && granted * 3 <= 160 + 3 * 10 + 3, `${granted * 3} were granted`);
    });

    test("many at once from one process are counted once each", async () => {
      const key = freshName();
      const spent = await Promise.all(Array.from({ length: 30 }, () => quotas.take(key, tries)));
      const granted = spent.filter((one) => one.granted).length;
      assert.equal(granted + (await times(10, () => quotas.take(key, tries))), 10);
    });
  });
};
