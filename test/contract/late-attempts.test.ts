import { caseDecider } from "@window/domain/case/decide.ts";
import { waitBefore } from "@window/domain/delivery/schedule.ts";
import { HOUR } from "@window/domain/instant.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { current } from "@window/domain/perform.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { Cut } from "./cut.ts";
import { errand, idOf } from "./errand.ts";
import { localPlace } from "./local-shelves.ts";
import { live, Surroundings } from "./town.ts";

/** A case whose first department has been asked and answers every webhook with 503. */
const unheard = async () => {
  const around = new Surroundings();
  around.status = 503;
  const life = await live(await localPlace(), around, new Cut(0, "before"));
  for (const step of errand.slice(0, 4)) {
    await step(life.deps, around);
    await life.settle();
  }
  const subject = life.deps.ids.case(idOf(life.deps), ItemId.parse("item_rent-subsidy"));
  const referral = async () => (await current(life.deps.store, caseDecider, subject)).state?.referrals[0];
  return { around, life, referral };
};

test("three attempts wait in the queue, the later ones in the due index, and after the tenth people take over", async () => {
  const { around, life, referral } = await unheard();
  assert.equal(around.heard.length, 3);
  for (let number = 4; number <= 10; number += 1) {
    around.move((waitBefore(number) ?? 0) - 6 * 60_000);
    await life.recover();
    assert.equal(around.heard.length, number - 1, `attempt ${number} came early`);
    around.move(60_000);
    await life.recover();
    assert.equal(around.heard.length, number, `attempt ${number} did not come`);
  }
  assert.equal((await referral())?.undelivered, true);
  around.move(48 * HOUR);
  await life.recover();
  assert.deepEqual([around.heard.length, new Set(around.heard.map(({ id }) => id)).size], [10, 1]);
  await life.end();
});

test("a department that is up again gets the next attempt and no other", async () => {
  const { around, life, referral } = await unheard();
  around.status = 200;
  around.move(48 * HOUR);
  await life.recover();
  around.move(48 * HOUR);
  await life.recover();
  assert.deepEqual([around.heard.length, (await referral())?.undelivered], [4, false]);
  await life.end();
});
