import assert from "node:assert/strict";
import { test } from "node:test";
import { checked, seed } from "@window/catalogue/seed.ts";
import { sampleAnswers } from "@window/catalogue/sample/answers.ts";
import { checkAnswers } from "@window/domain/item/check-answers.ts";

const rentSubsidy = seed.items.find(({ id }) => id === "item_rent-subsidy");
const answers = sampleAnswers["item_rent-subsidy"];
const check = (given: object) => {
  assert.ok(rentSubsidy);
  return checkAnswers(rentSubsidy, given, "submission");
};

test("the rent subsidy asks the talent office first and the housing office after it", () =>
  assert.deepEqual(
    rentSubsidy?.ways[0]?.rounds.map((round) => round.map((step) => step.department)),
    [["dept_talent-office"], ["dept_housing-office"]],
  ));

test("every number of the rent subsidy is marked as an example", () => {
  assert.ok(rentSubsidy);
  const { ways, result } = rentSubsidy;
  const all = ways.flatMap(({ limits, rounds }) => [
    ...Object.values(limits),
    ...rounds.flat().map(({ limit }) => limit),
  ]);
  for (const limit of [...all, result.validity]) if (limit) assert.equal(limit.provenance.kind, "example");
});

test("no amount of money is stated as current policy", () =>
  assert.doesNotMatch(JSON.stringify(rentSubsidy), /\d[\d,]*\s*元|[¥￥]|\d\s*yuan/u));

test("somebody with a resident card can apply without a telephone", () =>
  assert.deepEqual(check(answers), { ok: true, answers }));

test("somebody with a passport and a foreign telephone can apply", () => {
  const { "resident-id": _, ...rest } = answers;
  const foreign = { ...rest, "id-type": "passport", passport: "L898902C3", mobile: "+447700900123" };
  assert.deepEqual(check(foreign), { ok: true, answers: foreign });
});

test("somebody with an old card of permanent residence can apply", () => {
  const { "resident-id": _, ...rest } = answers;
  const given = { ...rest, "id-type": "permanent-residence-id", "permanent-residence-id": "USA110078010101" };
  assert.equal(check(given).ok, true);
});

test("the six windows of the first day are there", () =>
  assert.deepEqual(
    seed.windows.map((window) => window.locality),
    ["hainan", "haikou", "sanya", "danzhou", "chengmai", "yangpu"],
  ));

test("an item that asks a department which is not there stops the start", () =>
  assert.throws(() => checked({ ...seed, departments: [] }), /talent-review asks dept_talent-office/));

test("two windows of one id stop the start", () =>
  assert.throws(
    () => checked({ ...seed, windows: [...seed.windows, ...seed.windows] }),
    /win_haikou stands twice/,
  ));

test("the seed is plain data that JSON carries unchanged", () =>
  assert.deepEqual(JSON.parse(JSON.stringify(seed)), seed));
