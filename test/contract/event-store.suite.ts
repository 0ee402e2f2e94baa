import { firstBreak, type Commit } from "@window/domain/commit.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { commitsOf, nextCommit } from "../kit/commits.ts";
import { freshApplication, freshCase, freshHour } from "../kit/fresh.ts";

export interface EventStoreHarness {
  readonly store: EventStore;
  /** Another process: the same facts, nothing remembered. */
  readonly elsewhere: () => Promise<EventStore>;
  readonly close: () => Promise<void>;
}

const appendAll = async (store: EventStore, commits: readonly Commit[]): Promise<void> => {
  for (const commit of commits) assert.equal(await store.append(commit), "appended");
};

export const eventStoreSuite = (name: string, make: () => Promise<EventStoreHarness>): void => {
  describe(`event store: ${name}`, () => {
    let store: EventStore;
    let harness: EventStoreHarness;
    before(async () => {
      harness = await make();
      store = harness.store;
    });
    after(() => harness.close());

    test("a stream nobody wrote to is empty", async () => {
      assert.deepEqual(await store.load(freshApplication()), []);
    });

    test("what was appended is loaded in order and unchanged, here and by another process", async () => {
      const stream = freshApplication();
      const commits = commitsOf(stream, 4, freshHour());
      await appendAll(store, commits);
      assert.deepEqual(await store.load(stream), commits);
      const other = await (await harness.elsewhere()).load(stream);
      assert.deepEqual(other, commits);
      assert.equal(firstBreak(digest, other), undefined);
    });

    test("a load sees a commit as soon as it was reported appended", async () => {
      const stream = freshCase();
      const commits = commitsOf(stream, 5, freshHour());
      for (const [index, commit] of commits.entries()) {
        assert.equal((await store.load(stream)).length, index);
        await store.append(commit);
        assert.equal((await store.load(stream)).at(-1)?.hash, commit.hash);
      }
    });

    test("of many writers at the same place exactly one wins, and the others are told", async () => {
      const stream = freshCase();
      const at = freshHour();
      const [first] = commitsOf(stream, 1, at);
      assert.ok(first);
      await store.append(first);
      const stores = [store, await harness.elsewhere()];
      const rivals = Array.from({ length: 12 }, (_, index) =>
        nextCommit(stream, first, { key: `rival-${index}`, at }),
      );
      const outcomes = await Promise.all(
        rivals.map((rival, index) => (stores[index % 2] ?? store).append(rival)),
      );
      assert.equal(outcomes.filter((outcome) => outcome === "appended").length, 1);
      const winner = rivals[outcomes.indexOf("appended")];
      for (const reader of stores) {
        assert.deepEqual(
          (await reader.load(stream)).map(({ hash }) => hash),
          [first.hash, winner?.hash],
        );
      }
    });

    test("a commit that would replace one that is there is a conflict and changes nothing", async () => {
      const stream = freshApplication();
      const at = freshHour();
      const commits = commitsOf(stream, 3, at);
      await appendAll(store, commits);
      assert.equal(await store.append(nextCommit(stream, commits[0], { key: "late", at })), "conflict");
      assert.equal(await store.append(nextCommit(stream, undefined, { key: "first", at })), "conflict");
      assert.deepEqual(await store.load(stream), commits);
    });

    test("a commit that would leave a gap is a conflict", async () => {
      const stream = freshApplication();
      const [first, second, third] = commitsOf(stream, 3, freshHour());
      assert.ok(first && second && third);
      assert.equal(await store.append(second), "conflict");
      await store.append(first);
      assert.equal(await store.append(third), "conflict");
      assert.deepEqual(await store.load(stream), [first]);
    });

    test("whoever lost the answer to a write asks again and is told that it is appended", async () => {
      const stream = freshCase();
      const commits = commitsOf(stream, 3, freshHour());
      for (const commit of commits) {
        await store.append(commit).then(() => undefined);
        assert.equal(await store.append(commit), "appended");
      }
      for (const commit of commits) assert.equal(await store.append(commit), "appended");
      assert.deepEqual(await store.load(stream), commits);
    });

    test("the same commit sent several times at once is appended once", async () => {
      const stream = freshCase();
      const [commit] = commitsOf(stream, 1, freshHour());
      assert.ok(commit);
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => store.append(commit)));
      assert.deepEqual(new Set(outcomes), new Set(["appended"]));
      assert.deepEqual(await store.load(stream), [commit]);
    });

    test("many streams at once do not disturb each other, and a loser takes no neighbour with it", async () => {
      const at = freshHour();
      const taken = freshCase();
      const [held] = commitsOf(taken, 1, at);
      assert.ok(held);
      await store.append(held);
      const firsts = Array.from({ length: 24 }, () => commitsOf(freshCase(), 1, at)).flat();
      const outcomes = await Promise.all(
        firsts.flatMap((commit, index) => [
          store.append(commit),
          store.append(nextCommit(taken, undefined, { key: `loser-${index}`, at })),
        ]),
      );
      assert.deepEqual(
        outcomes,
        firsts.flatMap(() => ["appended", "conflict"]),
      );
      const loaded = await Promise.all(firsts.map(({ stream }) => store.load(stream)));
      assert.deepEqual(loaded.flat(), firsts);
      assert.deepEqual(await store.load(taken), [held]);
    });
  });
};
