import type { Marks } from "@window/domain/port/marks.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshHour, freshName } from "../kit/fresh.ts";

export interface MarksHarness {
  readonly marks: Marks;
  readonly close: () => Promise<void>;
}

export const marksSuite = (name: string, make: () => Promise<MarksHarness>): void => {
  describe(`marks: ${name}`, () => {
    let marks: Marks;
    let close: () => Promise<void>;
    before(async () => {
      ({ marks, close } = await make());
    });
    after(() => close());

    test("what has not begun has no mark", async () => {
      assert.equal(await marks.get(freshName()), undefined);
    });

    test("a mark is where it was put last, beside others", async () => {
      const [one, other] = [freshName(), freshName()];
      const [early, late] = [freshHour(), freshHour()];
      await marks.put(one, early);
      await marks.put(other, late);
      assert.deepEqual([await marks.get(one), await marks.get(other)], [early, late]);
      await marks.put(one, late);
      assert.equal(await marks.get(one), late);
    });
  });
};
