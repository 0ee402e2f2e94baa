import { sweepTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { HOUR, MINUTE } from "@window/domain/instant.ts";
import { noticeDecider } from "@window/domain/notice/decide.ts";
import { noticeOf } from "@window/domain/notice/notice-id.ts";
import { noticesOf } from "@window/domain/notice/rows.ts";
import { current } from "@window/domain/perform.ts";
import type { Told } from "@window/domain/port/notifier.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { Cut } from "./cut.ts";
import { contact, errand, idOf } from "./errand.ts";
import { localPlace } from "./local-shelves.ts";
import { live, Surroundings } from "./town.ts";

/** A case that was just submitted, while mail server and gateway say this. */
const submitted = async (taken: Told) => {
  const around = new Surroundings();
  around.taken = taken;
  const life = await live(await localPlace(), around, new Cut(0, "before"));
  for (const step of errand.slice(0, 4)) {
    await step(life.deps, around);
    await life.settle();
  }
  const subject = life.deps.ids.case(idOf(life.deps), ItemId.parse("item_rent-subsidy"));
  const notice = noticeOf(subject, "accepted", "applicant");
  const seen = async () => (await current(life.deps.store, noticeDecider, notice)).state;
  const listed = async (list: string) => (await life.deps.views.list("calls", list, { limit: 9 })).rows;
  return { around, life, notice, subject, seen, listed };
};

test("a text message is tried first, and what was taken is not sent by mail too", async () => {
  const { around, life, seen } = await submitted({ kind: "taken" });
  assert.deepEqual(
    around.told.map(({ channel, to, language }) => [channel, to, language]),
    [["sms", contact.mobile, "zh"]],
  );
  assert.equal((await seen())?.phase, "sent");
  await life.end();
});

test("what a gateway turns down goes by mail, and when mail turns it down too the window calls", async () => {
  const { around, life, seen, listed, notice } = await submitted({ kind: "turned-down", cause: "sms-no" });
  assert.deepEqual(
    around.told.map(({ channel }) => channel),
    ["sms", "email"],
  );
  assert.deepEqual([...new Set(around.told.map((message) => message.notice))], [notice]);
  assert.equal((await seen())?.failed?.cause, "sms-no");
  assert.deepEqual(
    (await listed("calls#win_haikou")).map(({ body }) => [body["call"], body["cause"]]),
    [[notice, "sms-no"]],
  );
  assert.deepEqual(await listed("calls#win_sanya"), []);
  await life.end();
});

test("what is put off is tried six times on each way, longer and longer apart, always under one id", async () => {
  const { around, life, seen, notice } = await submitted({ kind: "put-off", cause: "timeout" });
  assert.equal(around.told.length, 3);
  for (const wait of [30 * MINUTE, 2 * HOUR, 5 * HOUR]) {
    const before: number = around.told.length;
    around.move(wait - 6 * MINUTE);
    await life.recover();
    assert.equal(around.told.length, before, "came early");
    around.move(MINUTE);
    await life.recover();
  }
  assert.deepEqual(around.told.map(({ channel }) => channel).slice(0, 7), [
    ...Array.from({ length: 6 }, () => "sms"),
    "email",
  ]);
  around.move(24 * HOUR);
  for (let turn = 0; turn < 4; turn += 1) {
    around.move(12 * HOUR);
    await life.recover();
  }
  assert.equal(around.told.length, 12);
  assert.deepEqual([...new Set(around.told.map((message) => message.notice))], [notice]);
  assert.equal((await seen())?.phase, "failed");
  await life.end();
});

test("where the gateway never reports, mail follows after three days", async () => {
  const { around, life, seen } = await submitted({ kind: "taken" });
  for (const hours of [71, 2]) {
    assert.equal(around.told.length, 1);
    around.move(hours * HOUR);
    await sweepTimers(life.deps);
    await life.settle();
  }
  assert.deepEqual(
    around.told.map(({ channel }) => channel),
    ["sms", "email"],
  );
  assert.equal((await seen())?.phase, "sent");
  await life.end();
});

test("no address stands in the log or a view in the clear, and after erasure none opens", async () => {
  const { around, life, seen, subject, notice } = await submitted({ kind: "turned-down", cause: "sms-no" });
  const commits = await life.deps.store.load(notice);
  const { rows } = await life.deps.views.list("card", noticesOf(subject), { limit: 9 });
  const kept = JSON.stringify([commits, rows]);
  for (const address of [contact.mobile, contact.email]) assert.ok(!kept.includes(address), address);
  await life.deps.vault.erase(idOf(life.deps));
  const state = (await seen()) ?? assert.fail();
  const place = { subject: state.application, stream: notice, version: 1 } as const;
  for (const { channel, address } of state.ways)
    assert.equal(await life.deps.vault.open(place, { [channel]: address }), "erased");
  assert.equal(around.told.length, 2);
  await life.end();
});
