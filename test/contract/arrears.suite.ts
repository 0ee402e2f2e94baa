import type { Arrears } from "@window/domain/port/arrears.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshCase } from "../kit/fresh.ts";

export interface ArrearsHarness {
  readonly arrears: Arrears;
  readonly close: () => Promise<void>;
}

export const arrearsSuite = (name: string, make: () => Promise<ArrearsHarness>): void => {
  describe(`arrears: ${name}`, () => {
    let arrears: Arrears;
    let close: () => Promise<void>;
    before(async () => {
      ({ arrears, close } = await make());
    });
    after(() => close());

    /** What is kept of some streams; others may be there. */
    const kept = async (...streams: readonly string[]) =>
      (await arrears.list()).filter(({ stream }) => streams.includes(stream));

    test("what is owed is listed once, with the highest number, in whatever order it comes", async () => {
      const [one, other] = [freshCase(), freshCase()];
      for (const seq of [2, 5, 5, 3]) await arrears.put({ stream: one, seq });
      await arrears.put({ stream: other, seq: 1 });
      const wanted = [
        { stream: one, seq: 5 },
        { stream: other, seq: 1 },
      ].toSorted((some, another) => (some.stream < another.stream ? -1 : 1));
      assert.deepEqual(await kept(one, other), wanted);
    });

    test("what was made good goes, also twice, and may be owed again", async () => {
      const stream = freshCase();
      await arrears.put({ stream, seq: 4 });
      for (let time = 0; time < 2; time += 1) await arrears.remove({ stream, seq: 4 });
      assert.deepEqual(await kept(stream), []);
      await arrears.put({ stream, seq: 1 });
      assert.deepEqual(await kept(stream), [{ stream, seq: 1 }]);
    });

    test("what has come since is still owed when the older is made good", async () => {
      const stream = freshCase();
      await arrears.put({ stream, seq: 4 });
      await arrears.put({ stream, seq: 6 });
      await arrears.remove({ stream, seq: 4 });
      assert.deepEqual(await kept(stream), [{ stream, seq: 6 }]);
    });

    test("a hundred are listed whole", async () => {
      const streams = Array.from({ length: 100 }, () => freshCase());
      await Promise.all(streams.map((stream) => arrears.put({ stream, seq: 1 })));
      assert.deepEqual(
        (await kept(...streams)).map(({ stream }) => stream),
        streams.toSorted(),
      );
    });
  });
};
