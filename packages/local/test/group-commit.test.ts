import { openGroupCommit, type GroupCommit } from "@window/local/group-commit.ts";
import type { LogSync } from "@window/local/log-sync.ts";
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import * as z from "zod";

interface Bench {
  readonly commits: GroupCommit;
  readonly database: DatabaseSync;
  /** Puts one name in; throws for one that is there. */
  readonly put: (name: string) => void;
  readonly names: () => readonly string[];
}

const Names = z.array(z.object({ name: z.string() }));

const openBench = (log?: LogSync): Bench => {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE kept (name TEXT PRIMARY KEY) STRICT");
  const insert = database.prepare("INSERT INTO kept (name) VALUES (?)");
  const all = database.prepare("SELECT name FROM kept ORDER BY rowid");
  return {
    commits: openGroupCommit(database, log),
    database,
    put: (name) => void insert.run(name),
    names: () => Names.parse(all.all()).map(({ name }) => name),
  };
};

const outcomes = async (works: readonly Promise<unknown>[]): Promise<readonly string[]> =>
  (await Promise.allSettled(works)).map(({ status }) => status);

test("works of one turn are in one transaction, in the order they came", async () => {
  const { commits, database, put, names } = openBench();
  const inside: boolean[] = [];
  const works = ["b", "a", "c"].map((name) =>
    commits.transact(() => {
      inside.push(database.isTransaction);
      put(name);
      return name;
    }),
  );
  assert.deepEqual(names(), [], "nothing is done before the turn ends");
  assert.deepEqual(await Promise.all(works), ["b", "a", "c"]);
  assert.deepEqual(names(), ["b", "a", "c"]);
  assert.deepEqual(inside, [true, true, true]);
  assert.equal(database.isTransaction, false);
});

test("a work that fails takes no neighbour with it and leaves nothing of itself", async () => {
  const { commits, put, names } = openBench();
  const works = [
    commits.write(() => put("first")),
    commits.transact(() => {
      put("half");
      put("first");
    }),
    commits.write(() => put("first")),
    commits.transact(() => {
      put("whole one");
      put("whole two");
    }),
    commits.transact(() => {
      put("thrown away");
      throw new Error("thought better of it");
    }),
    commits.write(() => put("last")),
  ];
  assert.deepEqual(await outcomes(works), [
    "fulfilled",
    "rejected",
    "rejected",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  assert.deepEqual(names(), ["first", "whole one", "whole two", "last"]);
});

test("nobody is told that a work is done before all of them are in the database", async () => {
  const { commits, put, names } = openBench();
  const seen = await Promise.all(
    ["a", "b", "c"].map(async (name) => {
      await commits.write(() => put(name));
      return names().length;
    }),
  );
  assert.deepEqual(seen, [3, 3, 3]);
});

test("when the whole transaction is lost, as on a full disk, everybody is told and the next one goes well", async () => {
  const { commits, database, put, names } = openBench();
  const works = [
    commits.write(() => put("before")),
    commits.transact(() => {
      put("during");
      database.exec("ROLLBACK");
      throw new Error("database or disk is full");
    }),
    commits.write(() => put("after")),
  ];
  assert.deepEqual(await outcomes(works), ["rejected", "rejected", "rejected"]);
  assert.deepEqual(names(), []);
  await commits.write(() => put("again"));
  assert.deepEqual(names(), ["again"]);
});

test("more works than one transaction takes are all done", async () => {
  const { commits, put, names } = openBench();
  const wanted = Array.from({ length: 1300 }, (_, index) => `name ${index}`);
  await Promise.all(wanted.map((name) => commits.write(() => put(name))));
  assert.deepEqual(names(), wanted);
});

/** A disk that answers when the test says so. */
const slowDisk = () => {
  const waiting: (() => void)[] = [];
  let syncs = 0;
  const log: LogSync = {
    start(done) {
      syncs += 1;
      waiting.push(done);
    },
    close: () => undefined,
  };
  return { log, syncs: () => syncs, answer: () => waiting.shift()?.() };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("nobody is told that a work is done before the disk has answered", async () => {
  const { log, answer } = slowDisk();
  const { commits, put, names } = openBench(log);
  const told: string[] = [];
  const work = commits.write(() => put("a")).then(() => told.push("work"));
  await turn();
  const reader = commits.synced().then(() => told.push("reader"));
  await turn();
  assert.deepEqual([names(), told], [["a"], []]);
  answer();
  await Promise.all([work, reader]);
  assert.deepEqual(told.toSorted(), ["reader", "work"]);
  await commits.synced();
});

test("works that come while the disk is busy wait for it and share the next transaction", async () => {
  const { log, answer, syncs } = slowDisk();
  const { commits, put, names } = openBench(log);
  const first = commits.write(() => put("a"));
  await turn();
  const others = ["b", "c"].map((name) => commits.write(() => put(name)));
  await turn();
  assert.deepEqual([names(), syncs()], [["a"], 1]);
  answer();
  await first;
  await turn();
  assert.deepEqual([names(), syncs()], [["a", "b", "c"], 2]);
  answer();
  await Promise.all(others);
});

test("what waits can be written at once, before the window closes", () => {
  const { commits, put, names } = openBench();
  void commits.write(() => put("a"));
  void commits.transact(() => put("b"));
  commits.close();
  assert.deepEqual(names(), ["a", "b"]);
});
