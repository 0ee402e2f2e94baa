import type { Commit } from "@window/domain/commit.ts";
import { FEED_SHARDS, hourOf } from "@window/domain/feed.ts";
import { HOUR, later, type Instant } from "@window/domain/instant.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { commitsOf, nextCommit } from "../kit/commits.ts";
import { eventually } from "../kit/eventually.ts";
import { freshApplication, freshCase, freshHour } from "../kit/fresh.ts";

export interface FeedHarness {
  readonly store: EventStore;
  readonly close: () => Promise<void>;
}

/** Everything the feed has for the hour of an instant, as `stream seq`. */
const feedOf = async (store: EventStore, at: Instant): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let shard = 0; shard < FEED_SHARDS; shard += 1) {
    let after: string | undefined;
    do {
      const page = await store.feed({ hour: hourOf(at), shard }, after);
      found.push(...page.entries.map(({ stream, seq }) => `${stream} ${seq}`));
      after = page.next;
    } while (after !== undefined);
  }
  return found.toSorted();
};

const names = (commits: readonly Commit[]): readonly string[] =>
  commits.map(({ stream, seq }) => `${stream} ${seq}`).toSorted();

export const feedSuite = (name: string, make: () => Promise<FeedHarness>): void => {
  describe(`feed: ${name}`, () => {
    let store: EventStore;
    let close: () => Promise<void>;
    before(async () => {
      ({ store, close } = await make());
    });
    after(() => close());

    test("every commit stands exactly once in the feed of its hour, whatever was repeated or refused", async () => {
      const at = freshHour();
      const streams = Array.from({ length: 6 }, () => commitsOf(freshCase(), 4, at));
      await Promise.all(
        streams.map(async (commits) => {
          for (const commit of commits) await store.append(commit);
        }),
      );
      const [some] = streams;
      assert.ok(some?.[0]);
      await store.append(some[0]);
      await store.append(nextCommit(some[0].stream, undefined, { key: "refused", at }));
      const wanted = names(streams.flat());
      const found = await eventually(
        () => feedOf(store, at),
        (seen) => seen.length >= wanted.length,
      );
      assert.deepEqual(found, wanted);
      assert.deepEqual(await feedOf(store, later(at, HOUR)), []);
    });

    test("a stream over two hours stands in the feed of both, each commit in its own", async () => {
      const at = freshHour();
      const commits = commitsOf(freshApplication(), 2, later(at, HOUR - 1000));
      for (const commit of commits) await store.append(commit);
      const hours = [at, later(at, HOUR)];
      for (const [index, hour] of hours.entries()) {
        const found = await eventually(
          () => feedOf(store, hour),
          (seen) => seen.length > 0,
        );
        assert.deepEqual(found, names(commits.slice(index, index + 1)));
      }
    });
  });
};
