import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { oneByOne, type Transact } from "../../src/runner/transact.ts";
import { newest, openWorkshop, rests } from "./workshop.ts";

/** A database that refuses to write while `full` is set. */
const fullDisk = (): { database: DatabaseSync; transact: Transact; disk: { full: boolean } } => {
  const database = new DatabaseSync(":memory:");
  const disk = { full: false };
  const whole = oneByOne(database);
  const transact: Transact = (work) =>
    disk.full ? Promise.reject(new Error("database or disk is full")) : whole(work);
  return { database, transact, disk };
};

test("calls a function again when what came of it could not be written", async () => {
  const { disk, ...parts } = fullDisk();
  const shop = openWorkshop({ "open-round": (_, count) => void (disk.full = count === 1) }, parts);
  await shop.workflow.start("route", "case-1", { case: "case-1" });
  await shop.workflow.settled();
  assert.deepEqual(
    shop.troubles.map(({ what }) => what),
    ["not-written"],
  );
  await assert.rejects(shop.workflow.tick(), /full/, "still full");
  disk.full = false;
  await shop.pass(0);
  assert.deepEqual(shop.calls, ["open-round case-1", "open-round case-1"]);
  assert.equal(await shop.workflow.complete(newest(shop), { more: false }), "completed");
  assert.deepEqual(rests(shop.database), ["route case-1: Done succeeded"]);
});

test("the live window tries again by itself within a second", async () => {
  const { disk, ...parts } = fullDisk();
  const soon: { milliseconds: number; ring: () => void }[] = [];
  const shop = openWorkshop({ reach: (_, count) => void (disk.full = count === 1) }, parts);
  await shop.workflow.run((milliseconds, ring) => {
    soon.push({ milliseconds, ring });
    return () => undefined;
  });
  await shop.workflow.start("deadline", "due", { subject: "case-1", at: "2026-01-01T00:00:00Z" });
  await shop.workflow.settled();
  assert.equal(soon.length, 1);
  assert.equal(soon[0]?.milliseconds, 1000);
  soon.shift()?.ring();
  await new Promise(setImmediate);
  assert.equal(soon.length, 1, "the disk is still full");
  disk.full = false;
  soon.shift()?.ring();
  await new Promise(setImmediate);
  await shop.workflow.settled();
  assert.deepEqual(rests(shop.database), ["deadline due: Done succeeded"]);
});

test("tells the caller when a start or an answer could not be written, and nothing is half done", async () => {
  const { disk, ...parts } = fullDisk();
  const shop = openWorkshop({}, parts);
  disk.full = true;
  await assert.rejects(shop.workflow.start("route", "case-1", { case: "case-1" }), /full/);
  assert.deepEqual(rests(shop.database), []);
  disk.full = false;
  assert.equal(await shop.workflow.start("route", "case-1", { case: "case-1" }), "started");
  await shop.workflow.settled();
  disk.full = true;
  await assert.rejects(shop.workflow.complete(newest(shop), { more: false }), /full/);
  disk.full = false;
  assert.equal(await shop.workflow.complete(newest(shop), { more: false }), "completed");
});

test("a work that throws leaves nothing behind", async () => {
  const database = new DatabaseSync(":memory:");
  const transact = oneByOne(database);
  database.exec("CREATE TABLE fact (n INTEGER)");
  await assert.rejects(
    transact(() => {
      database.exec("INSERT INTO fact VALUES (1)");
      throw new Error("by plan");
    }),
    /by plan/,
  );
  assert.deepEqual(database.prepare("SELECT * FROM fact").all(), []);
});

test("runs no more functions at once than it may, and all of them in the end", async () => {
  let busy = 0;
  let most = 0;
  const shop = openWorkshop(
    {
      "open-round": async () => {
        most = Math.max(most, ++busy);
        await new Promise(setImmediate);
        busy--;
      },
    },
    { width: 3 },
  );
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => shop.workflow.start("route", `case-${n}`, { case: `case-${n}` })),
  );
  await shop.workflow.settled();
  assert.deepEqual([most, shop.calls.length], [3, 20]);
});

test("after a stop nothing is called any more, and the next start goes on with it", async () => {
  const database = new DatabaseSync(":memory:");
  const first = openWorkshop({}, { database });
  await first.workflow.stop();
  await first.workflow.start("route", "case-1", { case: "case-1" });
  await first.workflow.settled();
  assert.deepEqual(first.calls, []);
  const second = openWorkshop({}, { database });
  assert.equal(await second.workflow.resume(), 1);
  await second.workflow.settled();
  assert.deepEqual(second.calls, ["open-round case-1"]);
});
