import fc from "fast-check";
import { later, toIso } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import type { Transact } from "../../src/runner/transact.ts";
import { DAY, executions, MORNING, openWorkshop, replayed, SECOND } from "./workshop.ts";

/** The same numbers for the same seed (mulberry32). */
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A group commit: what comes within one turn of the event loop shares one transaction. */
const together = (database: DatabaseSync): Transact => {
  let waiting: (() => () => void)[] = [];
  const flush = (): void => {
    const works = waiting;
    waiting = [];
    database.exec("BEGIN IMMEDIATE");
    const tell = works.map((work) => work());
    database.exec("COMMIT");
    for (const one of tell) one();
  };
  return (work) =>
    new Promise((resolve) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push(() => {
        const result = work();
        return () => {
          resolve(result);
        };
      });
    });
};

const COUNT = 1000;

const story = async (seed: number): Promise<void> => {
  const chance = random(seed);
  const database = new DatabaseSync(":memory:");
  const shop = openWorkshop(
    {
      "open-round": async (token) => {
        if (chance() < 0.3) await new Promise(setImmediate);
        if (chance() < 0.1) throw new Error("by chance");
        if (chance() < 0.1) await shop.workflow.fail(token, "by-chance");
        if (chance() < 0.2) await shop.workflow.complete(token, { more: chance() < 0.3 });
        if (chance() < 0.1) throw new Error("by chance, after all");
      },
      reach: () => {
        if (chance() < 0.3) throw new Error("by chance");
      },
    },
    { database, transact: together(database), width: 16 },
  );
  const starts = Array.from({ length: COUNT }, (_, index) =>
    chance() < 0.6
      ? shop.workflow.start("route", `case-${index}`, { case: `case-${index}` })
      : shop.workflow.start("deadline", `due-${index}`, {
          subject: `case-${index}`,
          at: toIso(later(MORNING, Math.floor((chance() - 0.2) * DAY))),
        }),
  );
  const some = (): Promise<unknown>[] =>
    shop.tokens
      .filter(() => chance() < 0.3)
      .map((token) => shop.workflow.complete(token, { more: chance() < 0.3 }));
  await Promise.all([...starts, ...some()]);
  for (let turn = 0; turn < 60; turn++) {
    shop.clock.forward(Math.floor(chance() * 1800 * SECOND));
    await Promise.all([...some(), shop.workflow.tick(), shop.workflow.tick(), ...some()]);
    if (chance() < 0.5) await shop.workflow.settled();
  }
  await shop.pass(DAY);
  await shop.pass(300 * DAY);
  const ends = executions(database);
  assert.equal(ends.length, COUNT);
  assert.deepEqual(
    ends.filter(({ status, machine }) => status !== "succeeded" && machine === "route"),
    [],
  );
  assert.deepEqual(new Set(ends.map(({ status }) => status)).has("running"), false);
  assert.deepEqual(replayed(database), ends);
};

test("1,000 executions finish in whatever order things happen, and the journal tells the same", async () => {
  await fc.assert(fc.asyncProperty(fc.integer(), story), { numRuns: 2 });
});
