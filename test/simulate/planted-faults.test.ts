import type { Attempts } from "@window/domain/port/attempts.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { tell } from "./history.ts";
import { openShelves, type Clock, type MemoryShelves } from "./memory/shelves.ts";

/** The histories within which a fault has to be found. */
const SEEDS = 400;

const found = async (plant: (shelves: MemoryShelves) => MemoryShelves, expected: RegExp): Promise<void> => {
  const shelves = (clock: Clock): MemoryShelves => plant(openShelves(clock));
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { wrong } = await tell(seed, { shelves });
    if (wrong.some((sentence) => expected.test(sentence))) return;
  }
  assert.fail(`${SEEDS} histories do not find it`);
};

const givingToEverybody = (shelves: MemoryShelves): MemoryShelves => {
  const claim: Attempts["claim"] = async (subject, number) => ({ subject, number, token: "everybody" });
  return { ...shelves, attempts: { ...shelves.attempts, claim } };
};

/** A store that says it has taken events of a type, and has not. */
const losing =
  (lost: string) =>
  (shelves: MemoryShelves): MemoryShelves => {
    const { store } = shelves;
    const append: typeof store.append = async (commit) =>
      commit.events.some(({ type }) => type === lost) ? "appended" : store.append(commit);
    return { ...shelves, store: { ...store, append } };
  };

describe("a simulation finds", () => {
  test("a store that forgets what it said it has", () =>
    found((shelves) => {
      const { store } = shelves;
      let appended = 0;
      const append: typeof store.append = async (commit) => {
        appended += 1;
        return appended % 20 === 0 ? "appended" : store.append(commit);
      };
      return { ...shelves, store: { ...store, append } };
    }, /lost what/));

  test("a store that lets two writers win", () =>
    found((shelves) => {
      const { store } = shelves;
      const append: typeof store.append = async (commit) => {
        await store.append(commit);
        return "appended";
      };
      return { ...shelves, store: { ...store, append } };
    }, /lost what|took 2 final answers/));

  test("lists that let an older row overwrite a newer one", () =>
    found((shelves) => {
      const { views } = shelves;
      const put: typeof views.put = (row) => views.put({ ...row, seq: Math.max(1, row.seq - 1) });
      return { ...shelves, views: { ...views, put } };
    }, /a list shows/));

  test("claims of attempts that everybody gets", () => found(givingToEverybody, /heard 2 times/));

  test("a due index that loses rows", () =>
    found((shelves) => {
      const { timers } = shelves;
      const set: typeof timers.set = async (timer) => {
        if (timer.plan !== "warning") await timers.set(timer);
      };
      return { ...shelves, timers: { ...timers, set } };
    }, /warned\.v1 of .* never came/));

  test("a vault that keeps the key of an erased subject", () =>
    found(
      (shelves) => ({ ...shelves, vault: { ...shelves.vault, erase: async () => undefined } }),
      /still has its key/,
    ));

  test("a due index that keeps what was reached", () =>
    found(
      (shelves) => ({ ...shelves, timers: { ...shelves.timers, remove: async () => undefined } }),
      /was not reached/,
    ));

  test("a due index that loses when a report is waited for", () =>
    found((shelves) => {
      const { timers } = shelves;
      const set: typeof timers.set = async (timer) => {
        if (timer.plan !== "report") await timers.set(timer);
      };
      return { ...shelves, timers: { ...timers, set } };
    }, /waits for its report for ever/));

  test("notices that are opened nowhere", () => found(losing("notice.opened.v1"), /is owed to somebody/));

  test("notices that outlive whom they were for", () =>
    found(losing("notice.erased.v1"), /outlives its application/));

  test("messages nobody notes as sent", () => found(losing("notice.sent.v1"), /was never told/));

  test("claims of messages that everybody gets", () => found(givingToEverybody, /was told 2 times/));
});
