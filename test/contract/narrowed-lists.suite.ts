/** A list narrowed by a range and by wishes, over pages, is the same list narrowed at once, on both shelves. */
import { addDays, Day, endOf } from "@window/domain/day.ts";
import { Instant, toIso } from "@window/domain/instant.ts";
import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import type { Views } from "@window/domain/port/views.ts";
import type { ViewRow } from "@window/domain/view.ts";
import { readPage, type List } from "@window/http/read-page.ts";
import { daysFrom, overBy, overByInSort } from "@window/http/wanted.ts";
import fc from "fast-check";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventually } from "../kit/eventually.ts";
import { freshCase, freshName } from "../kit/fresh.ts";
import type { ViewsHarness } from "./views.suite.ts";

const FIRST = Day.parse("2026-11-01");
const DAYS = 12;
const day = (index: number): Day => addDays(FIRST, index);

/** Not evenly: of `rare` there is one among sixty. */
const rows = (partitions: readonly string[]): ViewRow[] =>
  Array.from({ length: 60 }, (_, index) => {
    const at = Instant.parse(endOf(day((index * 7) % DAYS)) - ((index * 5) % 3) * 3_600_000);
    const aggregate = freshCase();
    return {
      view: "card",
      aggregate,
      seq: 1,
      partition: partitions[index % partitions.length] ?? "",
      sort: `${toIso(at)}#${aggregate}`,
      body: {
        item: index === 41 ? "rare" : index % 2 === 0 ? "even" : "odd",
        phase: index % 3 === 0 ? "running" : "decided",
        due: index % 5 === 0 ? null : at,
      },
    };
  });

const some = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const someDay = fc.option(fc.nat(DAYS).map(day), { nil: undefined });

const asked = fc.record({
  limit: fc.constantFrom(1, 2, 3, 7, 20, 100),
  range: fc.oneof(fc.record({ from: someDay, to: someDay }).map(daysFrom), someDay.map(overByInSort)),
  wanted: fc.record({
    item: some(["even", "odd", "rare", "nothing"]),
    phase: some(["running", "decided"]),
    due: someDay.map(overBy),
  }),
});

/** Written out once more, so that the window's own word is not its judge. */
const meets = (wanted: List["wanted"] = {}, { body: { item, phase, due } }: ViewRow): boolean => {
  const wish = wanted["due"];
  const isOver = typeof wish !== "object" || (typeof due === "number" && due <= wish.most);
  const isOf = (asked: unknown, value: unknown) => asked === undefined || asked === value;
  return isOver && isOf(wanted["item"], item) && isOf(wanted["phase"], phase);
};

const inside = ({ range = {}, wanted }: List, row: ViewRow): boolean =>
  (row.sort ?? "") >= (range.from ?? "") && (row.sort ?? "") < (range.before ?? "9") && meets(wanted, row);

/** How many rows a page made the shelf read, and in how many reads. */
const counting = (views: Views) => {
  const count = { reads: 0, rows: 0 };
  const list: Views["list"] = async (...words) => {
    const part = await views.list(...words);
    count.reads += 1;
    count.rows += part.rows.length;
    return part;
  };
  return { count, list };
};

/** All pages; each within its bounds of work. */
const throughPages = async (views: Views, list: List, limit: number): Promise<readonly ViewRow[]> => {
  const found: ViewRow[] = [];
  let cursor: string | undefined;
  do {
    const counted = counting(views);
    const page = await readPage(counted, list, { limit, after: cursor });
    assert.ok(page.rows.length <= limit);
    assert.ok(counted.count.reads <= 10 && counted.count.rows <= 10 * limit, "the work of a page is bounded");
    found.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
};

const idsOf = (found: readonly ViewRow[]): readonly string[] => found.map(({ aggregate }) => aggregate);

/** `runs`: as many as the shelf is fast. */
export const narrowedListsSuite = (name: string, make: () => Promise<ViewsHarness>, runs: number): void => {
  describe(`narrowed lists: ${name}`, () => {
    const partitions = [freshName(), freshName(), freshName()];
    const all = rows(partitions);
    const whole: List = { view: "card", partitions };
    let views: Views;
    let close: () => Promise<void>;
    before(async () => {
      ({ views, close } = await make());
      await Promise.all(all.map((row) => views.put(row)));
      await eventually(
        () => throughPages(views, whole, 100),
        (found) => found.length === all.length,
      );
    });
    after(() => close());

    test("pages of whatever was asked for hold every row of it once, and no other", async () => {
      const inOrder = await throughPages(views, whole, 100);
      const property = fc.asyncProperty(asked, async ({ limit, ...narrowed }) => {
        const list = { ...whole, ...narrowed };
        const found = await throughPages(views, list, limit);
        assert.deepEqual(idsOf(found), idsOf(inOrder.filter((row) => inside(list, row))));
      });
      await fc.assert(property, { numRuns: runs });
    });

    test("a page of what is rare may be empty and go on", async () => {
      const list = { ...whole, wanted: { item: "rare" } };
      const page = await readPage(views, list, { limit: 1 });
      assert.deepEqual(page.rows, []);
      assert.ok(page.next);
      assert.equal((await throughPages(views, list, 1)).length, 1);
    });

    test("a cursor goes on in the list it came from and nowhere else", async () => {
      const { next } = await readPage(views, whole, { limit: 2 });
      assert.ok(next);
      const others: readonly List[] = [
        { ...whole, partitions: partitions.toReversed() },
        { ...whole, wanted: { item: "odd" } },
        { ...whole, range: { from: "2026" } },
        { ...whole, view: "desk" },
      ];
      for (const other of others)
        await assert.rejects(readPage(views, other, { limit: 2, after: next }), BadCursor);
      const [mark = ""] = next.split(".");
      for (const forged of ["", "x", `${mark}.`, `${mark}.7.`, `${mark}.0.x`, `${mark}.0.{}`, next.slice(1)])
        await assert.rejects(readPage(views, whole, { limit: 2, after: forged }), BadCursor, forged);
    });
  });
};
