import type { CaseState } from "@window/domain/case/case.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import { waitBefore } from "@window/domain/delivery/schedule.ts";
import { HOUR } from "@window/domain/instant.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { current } from "@window/domain/perform.ts";
import type { Verdict } from "@window/domain/port/registers.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { Cut } from "./cut.ts";
import { errand, idOf } from "./errand.ts";
import { localPlace } from "./local-shelves.ts";
import { live, Surroundings } from "./town.ts";

/** A case that was just submitted, while its registers say this. */
const submitted = async (verdict: Verdict) => {
  const around = new Surroundings();
  around.verdict = verdict;
  const life = await live(await localPlace(), around, new Cut(0, "before"));
  for (const step of errand.slice(0, 4)) {
    await step(life.deps, around);
    await life.settle();
  }
  const subject = life.deps.ids.case(idOf(life.deps), ItemId.parse("item_rent-subsidy"));
  const seen = async () => (await current(life.deps.store, caseDecider, subject)).state;
  return { around, life, seen };
};

const words = (state: CaseState) => state?.verifications.map(({ register, outcome }) => [register, outcome]);

test("each register is asked once, in its own words", async () => {
  const { around, life, seen } = await submitted({ kind: "match" });
  assert.deepEqual(
    around.asked.map(({ register, facts }) => [register, Object.keys(facts)]),
    [
      ["reg_business", ["credit-code", "name"]],
      ["reg_population", ["number", "name"]],
    ],
  );
  assert.deepEqual(words(await seen()), [
    ["reg_business", "match"],
    ["reg_population", "match"],
  ]);
  await life.end();
});

test("a register that is down is asked again as long as a dead department, and never stands in the way", async () => {
  const { around, life, seen } = await submitted({ kind: "down", cause: "timeout" });
  assert.equal(around.asked.length, 2 * 3);
  assert.equal((await seen())?.referrals.length, 1);
  for (let attempt = 4; attempt <= 10; attempt += 1) {
    around.move((waitBefore(attempt) ?? 0) + HOUR);
    await life.recover();
    assert.equal(around.asked.length, 2 * attempt);
  }
  around.move(48 * HOUR);
  await life.recover();
  assert.equal(around.asked.length, 2 * 10);
  assert.deepEqual(
    (await seen())?.verifications.map(({ outcome, attempts }) => [outcome, attempts]),
    [
      ["down", 10],
      ["down", 10],
    ],
  );
  await life.end();
});

test("once it is up it is asked once more, and what it says stays", async () => {
  const { around, life, seen } = await submitted({ kind: "down", cause: "timeout" });
  around.verdict = { kind: "mismatch", facts: ["name"] };
  around.move(HOUR);
  await life.recover();
  around.move(48 * HOUR);
  await life.recover();
  assert.equal(around.asked.length, 2 * 4);
  assert.deepEqual(
    (await seen())?.verifications.map(({ outcome, facts }) => [outcome, facts]),
    [
      ["mismatch", ["name"]],
      ["mismatch", ["name"]],
    ],
  );
  await life.end();
});

test("nothing that was asked stands in the log in the clear", async () => {
  const { around, life, seen } = await submitted({ kind: "mismatch", facts: ["name"] });
  const commits = await life.deps.store.load((await seen())?.case ?? assert.fail());
  const log = JSON.stringify(commits);
  const asked = around.asked.find(({ register }) => register === "reg_population") ?? assert.fail();
  for (const fact of Object.values(asked.facts)) assert.ok(!log.includes(String(fact)), String(fact));
  await life.end();
});
