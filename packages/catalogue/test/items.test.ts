import { items } from "@window/catalogue/items.ts";
import { sampleAnswers } from "@window/catalogue/sample/answers.ts";
import { empoweredEmployer } from "@window/catalogue/sample/person.ts";
import { seed } from "@window/catalogue/seed.ts";
import { Day } from "@window/domain/day.ts";
import { checkAnswers } from "@window/domain/item/check-answers.ts";
import type { Item } from "@window/domain/item/item.ts";
import { kindsOf } from "@window/domain/item/kinds-of.ts";
import { resolveKind } from "@window/domain/item/resolve-kind.ts";
import { Locality } from "@window/domain/place/locality.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

const samples = new Map<string, Readonly<Record<string, string | number>>>(Object.entries(sampleAnswers));
const handledHere = items.filter(({ elsewhere }) => elsewhere === undefined);

const sampleOf = ({ id }: Item) => samples.get(id) ?? assert.fail(`${id} has no sample`);

const ruled = (item: Item, change: object = {}, place = "haikou", day = "2026-11-24") => {
  const given: Readonly<Record<string, string | number>> = { ...sampleOf(item), ...change };
  const answers = Object.entries(given).map(([id, value]): [string, string] => [id, String(value)]);
  return resolveKind(item, item.powers, {
    answers: Object.fromEntries<string>(answers),
    place: Locality.parse(place),
    day: Day.parse(day),
  });
};

const named = (id: string): Item => items.find((item) => item.id === id) ?? assert.fail(id);

test("there are twelve items, each with its kinds", () =>
  assert.deepEqual(Object.fromEntries(items.map((item) => [item.id, kindsOf(item).join(" ")])), {
    "item_settlement-proof": "delegated",
    "item_entrepreneur-recognition": "delegated",
    "item_policy-proof": "delegated",
    "item_home-purchase": "delegated",
    "item_recognition-full-time": "delegated agency deliberated",
    "item_recognition-flexible": "delegated agency deliberated",
    "item_work-permit": "agency",
    "item_residence-permit": "agency",
    "item_rent-subsidy": "agency",
    "item_spouse-employment": "agency",
    "item_child-schooling": "deliberated agency",
    "item_income-tax": "external",
  }));

test("every item that is handled here takes its sample answers as they are, except for the form of numbers", () => {
  for (const item of handledHere) {
    const checked = checkAnswers(item, sampleOf(item), "submission");
    assert.ok(checked.ok, `${item.id}: ${JSON.stringify(checked)}`);
    assert.deepEqual(Object.keys(checked.answers).toSorted(), Object.keys(sampleOf(item)).toSorted());
  }
  assert.deepEqual([...samples.keys()].toSorted(), handledHere.map(({ id }) => id).toSorted());
});

test("every sample finds a rule, and so somebody who may decide", () => {
  for (const item of handledHere) assert.ok(ruled(item), item.id);
});

test("the class, the employer's power and the place decide who recognises", () => {
  for (const item of [named("item_recognition-full-time"), named("item_recognition-flexible")]) {
    const way = (level: string, place?: string, employer?: string) =>
      ruled(
        item,
        { "claimed-class": level, ...(employer ? { "employer-credit-code": employer } : {}) },
        place,
      )?.way.id;
    assert.equal(way("e", "haikou", empoweredEmployer["employer-credit-code"]), "by-employer");
    assert.equal(way("d", "haikou", empoweredEmployer["employer-credit-code"]), "on-the-spot");
    assert.equal(way("e"), "on-the-spot");
    assert.equal(way("d", "yangpu"), "park");
    assert.equal(way("d", "danzhou"), "province");
    assert.equal(way("a"), "province");
    assert.equal(way("equivalent"), "case-by-case");
  }
});

test("a power handed down to Chengmai turns agency into delegation from its day on", () => {
  const item = named("item_recognition-full-time");
  assert.equal(ruled(item, {}, "chengmai", "2026-12-31")?.way.kind, "agency");
  assert.equal(ruled(item, {}, "chengmai", "2027-01-01")?.way.kind, "delegated");
});

test("children of classes A and B are deliberated, others reviewed jointly", () => {
  const item = named("item_child-schooling");
  assert.equal(ruled(item, { "talent-class": "b" })?.way.kind, "deliberated");
  assert.equal(ruled(item, { "talent-class": "e" })?.way.kind, "agency");
  assert.equal(ruled(item, { "talent-class": "other" }), undefined);
});

test("a deliberation promises nothing, and no former limit is claimed without a source", () => {
  for (const { kind, limits } of items.flatMap(({ ways }) => ways)) {
    if (kind === "deliberated") assert.equal(limits.promised, null);
    assert.notEqual(limits.former?.provenance.kind, "example");
  }
});

test("a refusal of residence is final, every other decision can be objected to", () => {
  for (const { id, remedies } of items) {
    assert.equal(remedies.refused.final, id === "item_residence-permit", id);
    assert.match(remedies.refused.text.zh, /行政复议/);
  }
});

test("residence is fifteen plain days and a long work permit twenty working days with ten more", () => {
  const limits = (id: string, way: string) => named(id).ways.find((each) => each.id === way)?.limits;
  const residence = limits("item_residence-permit", "police")?.legal;
  assert.deepEqual([residence?.count, residence?.unit], [15, "calendar-day"]);
  const permit = limits("item_work-permit", "long-stay");
  assert.deepEqual([permit?.legal?.count, permit?.extension?.count], [20, 10]);
});

test("there are nine departments, two of which answer in the worklist", () => {
  assert.equal(seed.departments.length, 9);
  assert.deepEqual(
    seed.departments.filter(({ delivery }) => delivery.kind === "worklist").map(({ id }) => id),
    ["dept_education-office", "dept_exit-entry"],
  );
});

test("no text says one thing in one language only", () => {
  for (const item of items)
    for (const [, zh, en] of JSON.stringify(item).matchAll(/"zh":"([^"]*)","en":"([^"]*)"/g)) {
      assert.match(zh ?? "", /\p{Script=Han}|^[A-ZX]$/u);
      assert.doesNotMatch((en ?? "").replaceAll(/人社厅发〔2024〕75号/gu, ""), /\p{Script=Han}/u);
    }
});
