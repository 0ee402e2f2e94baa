import { readable } from "@window/domain/application/readable.ts";
import { Item } from "@window/domain/item/item.ts";
import { Step } from "@window/domain/item/step.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { documents, draft, expect, item, judge, materials, play } from "./sample.ts";

const [contract, lease] = documents;
const step = (shown?: typeof materials): Step =>
  Step.parse({
    id: "review",
    department: "dept_talent-office",
    question: { zh: "是否符合？", en: "Does it?" },
    limit: item.ways[0]?.limits.promised ?? {
      count: 1,
      unit: "working-day",
      provenance: { kind: "example" },
    },
    ...(shown === undefined ? {} : { materials: shown }),
  });

const both = [draft, expect(0), expect(1), judge(0, "clean"), judge(1, "clean")];
const readBy = (asked: Step | undefined, commands = both, of: Pick<Item, "materials"> = item) => {
  const { state } = play(commands);
  return readable(state ?? assert.fail(), of, asked).map(({ document }) => document);
};

test("a step that names materials sees those and no others, and one that names none all of the item", () => {
  assert.deepEqual(readBy(step(materials.slice(0, 1))), [contract]);
  assert.deepEqual(readBy(step([])), []);
  assert.deepEqual(readBy(step()), [contract, lease]);
  assert.deepEqual(readBy(undefined), [contract, lease]);
});

test("nobody reads a paper that was not found clean, or that another item of the application asked for", () => {
  assert.deepEqual(readBy(step(), [draft, expect(0), expect(1), judge(0, "infected"), judge(1, "clean")]), [
    lease,
  ]);
  assert.deepEqual(readBy(undefined, both, { materials: item.materials.slice(1) }), [lease]);
});

test("an item shows no department a material that it does not ask for", () => {
  const ways = item.ways.map((way) => ({
    ...way,
    rounds: way.rounds.map((round) => round.map((asked) => ({ ...asked, materials: ["diary"] }))),
  }));
  const faults = Item.safeParse({ ...item, ways }).error?.issues.map(({ message }) => message) ?? [];
  assert.ok(
    faults.some((fault) => fault.includes("diary")),
    faults.join(),
  );
});
