import { spend, type Quota } from "@window/domain/quota.ts";
import * as fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "node:test";

const quota: Quota = { name: "tries", size: 10, seconds: 600 };

test("ten may be asked at once, the eleventh waits a minute", () => {
  let fullAt = 0;
  for (let left = 9; left >= 0; left -= 1) {
    const spent = spend(quota, fullAt, 1_000);
    assert.deepEqual([spent.granted, spent.left, spent.fullIn], [true, left, (10 - left) * 60]);
    fullAt = spent.fullAt;
  }
  const refused = spend(quota, fullAt, 1_000);
  assert.deepEqual([refused.granted, refused.left, refused.nextIn], [false, 0, 60]);
  assert.equal(refused.fullAt, fullAt, "what is refused is not spent");
  assert.equal(spend(quota, fullAt, 61_000).granted, true);
});

test("in any stretch of time no more is granted than the quota and what has come back", () => {
  const waits = fc.array(fc.nat({ max: 120_000 }), { minLength: 1, maxLength: 60 });
  const sizes = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(waits, sizes, fc.integer({ min: 1, max: 900 }), (steps, size, seconds) => {
      const granted: number[] = [];
      let [now, fullAt] = [0, 0];
      for (const step of steps) {
        now += step;
        const spent = spend({ name: "any", size, seconds }, fullAt, now);
        fullAt = spent.fullAt;
        assert.ok(spent.left >= 0 && spent.left < size);
        if (spent.granted) granted.push(now);
      }
      const first = granted[0] ?? 0;
      for (const [index, at] of granted.entries())
        assert.ok(index + 1 <= size + ((at - first) / (seconds * 1000)) * size + 1e-6);
    }),
  );
});

test("whoever waits as long as told is granted", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 900 }), (size, seconds) => {
      const full = spend({ name: "any", size, seconds }, 0, 0, size);
      const { granted, nextIn } = spend({ name: "any", size, seconds }, full.fullAt, 0);
      assert.equal(granted, false);
      assert.equal(spend({ name: "any", size, seconds }, full.fullAt, nextIn * 1000).granted, true);
    }),
  );
});
