import assert from "node:assert/strict";
import test from "node:test";
import { DAY, executions, newest, openWorkshop, replayed, rests, SECOND } from "./workshop.ts";

const opened = async (shop: ReturnType<typeof openWorkshop>): Promise<void> => {
  assert.equal(await shop.workflow.start("route", "case-1", { case: "case-1" }), "started");
  await shop.workflow.settled();
};

test("takes a case through two rounds, one after the other", async () => {
  const shop = openWorkshop();
  await opened(shop);
  assert.deepEqual(rests(shop.database), ["route case-1: Open round asked"]);

  assert.equal(await shop.workflow.complete(newest(shop), { more: true }), "completed");
  await shop.workflow.settled();
  assert.equal(await shop.workflow.complete(newest(shop), { more: false }), "completed");

  assert.deepEqual(shop.calls, ["open-round case-1", "open-round case-1"]);
  assert.deepEqual(rests(shop.database), ["route case-1: Done succeeded"]);
  assert.deepEqual(executions(shop.database), replayed(shop.database));
  assert.deepEqual(shop.troubles, []);
});

test("starts a case once, also after it has ended", async () => {
  const shop = openWorkshop();
  await opened(shop);
  assert.equal(await shop.workflow.start("route", "case-1", { case: "case-1" }), "already-started");
  await shop.workflow.complete(newest(shop), { more: false });
  assert.equal(await shop.workflow.start("route", "case-1", { case: "case-1" }), "already-started");
  await shop.workflow.settled();
  assert.equal(shop.calls.length, 1);
});

test("starts a case once when two ask at the same time", async () => {
  const shop = openWorkshop();
  const both = await Promise.all(
    [1, 2].map(() => shop.workflow.start("route", "case-1", { case: "case-1" })),
  );
  assert.deepEqual(both.sort(), ["already-started", "started"]);
});

test("refuses a name that Step Functions would refuse", async () => {
  const shop = openWorkshop();
  await assert.rejects(shop.workflow.start("route", "case 1/办件", {}), /cannot name an execution/);
});

test("uses a token once, and knows no other tokens", async () => {
  const shop = openWorkshop();
  await opened(shop);
  const token = newest(shop);
  const both = await Promise.all([1, 2].map(() => shop.workflow.complete(token, { more: false })));
  assert.deepEqual(both, ["completed", "token-gone"]);
  assert.equal(await shop.workflow.fail(token, "late"), "token-gone");
  assert.equal(await shop.workflow.complete("never given out", { more: true }), "token-gone");
});

test("stores no token that somebody who reads the database could use", async () => {
  const shop = openWorkshop();
  await opened(shop);
  const everything = ["execution", "journal"].flatMap((table) =>
    shop.database.prepare(`SELECT * FROM workflow_${table}`).all(),
  );
  assert.ok(newest(shop).length >= 22, "at least 128 bits in base64url");
  assert.ok(!JSON.stringify(everything).includes(newest(shop)));
});

test("takes an answer that comes before the asking function has returned", async () => {
  const outcomes: string[] = [];
  const shop = openWorkshop({
    "open-round": async (token, count) => {
      outcomes.push(await shop.workflow.complete(token, { more: count < 3 }));
    },
  });
  await opened(shop);
  assert.deepEqual(outcomes, ["completed", "completed", "completed"]);
  assert.deepEqual(rests(shop.database), ["route case-1: Done succeeded"]);
});

test("does not fail a round that is answered when its function throws afterwards", async () => {
  const shop = openWorkshop({
    "open-round": async (token) => {
      await shop.workflow.complete(token, { more: false });
      throw new Error("after the answer");
    },
  });
  await opened(shop);
  assert.deepEqual(rests(shop.database), ["route case-1: Done succeeded"]);
});

test("tries to open a round three times, then the case is stuck until an operator's token", async () => {
  const shop = openWorkshop({
    "open-round": (_, count) => {
      if (count <= 3) throw new TypeError("department table not readable");
    },
  });
  await opened(shop);
  assert.deepEqual(rests(shop.database), ["route case-1: Open round backing-off"]);
  await shop.pass(29 * SECOND);
  assert.equal(shop.calls.length, 1, "not before 30 seconds");
  await shop.pass(1 * SECOND);
  await shop.pass(119 * SECOND);
  assert.equal(shop.calls.length, 2, "not before four times 30 seconds");
  await shop.pass(1 * SECOND);
  assert.deepEqual(shop.calls, [...Array<string>(3).fill("open-round case-1"), "mark-stuck case-1"]);
  assert.deepEqual(rests(shop.database), ["route case-1: Stuck asked"]);
  assert.deepEqual(new Set(shop.troubles.map(({ what }) => what)), new Set(["function-failed"]));

  await shop.workflow.complete(newest(shop), {});
  await shop.workflow.settled();
  await shop.workflow.complete(newest(shop), { more: false });
  assert.deepEqual(rests(shop.database), ["route case-1: Done succeeded"]);
  assert.deepEqual(executions(shop.database), replayed(shop.database));
});

test("counts a failure that a function reports by its token like one that it throws", async () => {
  const shop = openWorkshop({
    "open-round": async (token) => {
      assert.equal(await shop.workflow.fail(token, "no-plan"), "completed");
      throw new Error("no plan");
    },
  });
  await opened(shop);
  await shop.pass(30 * SECOND);
  await shop.pass(120 * SECOND);
  assert.deepEqual(shop.calls, [...Array<string>(3).fill("open-round case-1"), "mark-stuck case-1"]);
});

test("ends a round after 300 days, not a millisecond before, and its token is gone", async () => {
  const shop = openWorkshop();
  await opened(shop);
  await shop.pass(300 * DAY - 1);
  assert.deepEqual(rests(shop.database), ["route case-1: Open round asked"]);
  shop.clock.forward(1);
  assert.equal(await shop.workflow.complete(newest(shop), { more: true }), "token-gone");
  await shop.pass(0);
  assert.deepEqual(rests(shop.database), ["route case-1: Done succeeded"]);
  assert.deepEqual(shop.calls, ["open-round case-1"]);
});

test("ends a stuck case after 300 days without an operator", async () => {
  const shop = openWorkshop({
    "open-round": () => {
      throw new Error("never");
    },
  });
  await opened(shop);
  await shop.pass(30 * SECOND);
  await shop.pass(120 * SECOND);
  await shop.pass(300 * DAY);
  assert.deepEqual(rests(shop.database), ["route case-1: Done succeeded"]);
});

test("fails loudly when a case cannot even be marked as stuck for a day", async () => {
  const never = (): never => {
    throw new Error("never");
  };
  const shop = openWorkshop({ "open-round": never, "mark-stuck": never });
  await opened(shop);
  for (let hours = 0; hours < 30; hours += 0.25) await shop.pass(DAY / 96);
  assert.deepEqual(rests(shop.database), ["route case-1: Stuck failed"]);
  assert.equal(shop.calls.filter((call) => call.startsWith("mark-stuck")).length, 31);
  assert.equal(shop.troubles.at(-1)?.what, "execution-failed");
});

test("forgets a case 90 days after its machine ended, with its journal, and none that is under way", async () => {
  const shop = openWorkshop();
  await opened(shop);
  await shop.workflow.start("route", "case-2", { case: "case-2" });
  await shop.workflow.settled();
  await shop.workflow.complete(newest(shop), { more: false });
  await shop.pass(90 * DAY);
  assert.equal(await shop.workflow.forget(), 0);
  await shop.pass(SECOND);
  assert.equal(await shop.workflow.forget(), 1);
  assert.deepEqual(rests(shop.database), ["route case-1: Open round asked"]);
  assert.deepEqual(executions(shop.database), replayed(shop.database));
  assert.equal(await shop.workflow.start("route", "case-2", { case: "case-2" }), "started");
});
