import { EntryCard, rowsOfEntry } from "@window/domain/edition/card.ts";
import type { EditionCommand } from "@window/domain/edition/command.ts";
import { standingAt } from "@window/domain/edition/standing.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import * as fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, draft, publish, shipped, tell, withdraw, type Told } from "./sample.ts";

type Step = (so: Told) => EditionCommand;

const text = fc.constantFrom("one", "two", "three");
const number = fc.integer({ min: 1, max: 5 });
const day = fc.option(fc.integer({ min: -2, max: 30 }).map(at), { nil: undefined });
/** Now and then somebody has seen an older state. */
const behind = fc.constantFrom(0, 0, 0, 0, 1);

const imports: fc.Arbitrary<Step> = text.map((said) => () => shipped(said));
const acts: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(text, behind).map(
    ([said, by]): Step =>
      ({ seq }) =>
        draft(said, seq - by),
  ),
  fc.tuple(number, day, behind).map(
    ([edition, from, by]): Step =>
      ({ seq }) =>
        publish(edition, seq - by, from),
  ),
  fc.tuple(number, behind).map(
    ([edition, by]): Step =>
      ({ seq }) =>
        withdraw(edition, seq - by),
  ),
);
const story = fc.array(fc.oneof(imports, acts), { maxLength: 14 });
const hours = Array.from({ length: 34 }, (_, hour) => hour);

const holds = (law: (steps: readonly Step[]) => void) => fc.assert(fc.property(story, law), { numRuns: 400 });

test("editions are numbered in order and never change what they say, whatever is asked", () => {
  holds((steps) => {
    let before: Told["editions"] = [];
    for (let length = 0; length <= steps.length; length += 1) {
      const { editions } = tell(steps.slice(0, length));
      assert.deepEqual(
        editions.map(({ edition }) => edition),
        editions.map((_, index) => index + 1),
      );
      for (const [index, known] of before.entries())
        assert.deepEqual(editions[index]?.content, known.content);
      before = editions;
    }
  });
});

test("no import changes what stands once something was published", () => {
  fc.assert(
    fc.property(story, fc.array(text, { maxLength: 4 }), (steps, more) => {
      const first: Step = () => shipped("first");
      const before = tell([first, ...steps]);
      const after = tell([
        first,
        ...steps,
        ...more.map(
          (said): Step =>
            () =>
              shipped(said),
        ),
      ]);
      for (const hour of hours)
        assert.equal(
          standingAt(after.editions, at(hour))?.edition,
          standingAt(before.editions, at(hour))?.edition,
        );
    }),
    { numRuns: 400 },
  );
});

test("every import is met again, and a content is imported at most once", () => {
  holds((steps) => {
    const once = tell(steps);
    const again = tell([
      ...steps,
      ...["one", "two", "three"].map(
        (said): Step =>
          () =>
            shipped(said),
      ),
    ]);
    const twice = tell([
      ...steps,
      ...["one", "two", "three", "three", "one"].map(
        (said): Step =>
          () =>
            shipped(said),
      ),
    ]);
    assert.deepEqual(twice.editions.length, again.editions.length);
    assert.ok(again.editions.length >= once.editions.length);
    const digests = again.editions.filter(({ origin }) => origin === "seed").map(({ digest }) => digest);
    assert.equal(new Set(digests).size, digests.length);
  });
});

test("the row of an entry says from its last change on what the stream says", () => {
  holds((steps) => {
    const { editions, seq } = tell(steps);
    const [row] = rowsOfEntry(ItemId.parse("item_sample"), editions, seq);
    assert.equal(row === undefined, editions.length === 0);
    if (row === undefined) return;
    const card = EntryCard.parse(row.body);
    assert.ok(card.editions.length <= 3);
    for (const hour of hours.filter((each) => each >= steps.length - 1))
      assert.equal(standingAt(card.editions, at(hour))?.edition, standingAt(editions, at(hour))?.edition);
  });
});
