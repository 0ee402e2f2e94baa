import { chain, type Commit } from "@window/domain/commit.ts";
import { FEED_SHARDS, hourOf } from "@window/domain/feed.ts";
import { ActorId, ApplicationId } from "@window/domain/id.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { MORNING } from "./runner/workshop.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const stream = ApplicationId.parse("app_long-story");
const request = { actor: ActorId.parse("usr_writer"), key: "key", body: digest("body") };

const storyOf = (length: number): readonly Commit[] => {
  const commits: Commit[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const events = [{ type: "test.happened.v1", seq }];
    commits.push(chain(digest, commits.at(-1), { stream, at: MORNING, request, events }));
  }
  return commits;
};

test("a bucket of the feed that is longer than a page is read to its end, each commit once", async (context) => {
  const folder = openDataFolder(temporaryFolder(context));
  const store = openEventStore(folder);
  const story = storyOf(1100);
  await Promise.all(story.map((commit) => store.append(commit)));
  const found: number[] = [];
  let pages = 0;
  for (let shard = 0; shard < FEED_SHARDS; shard += 1) {
    let after: string | undefined;
    do {
      const page = await store.feed({ hour: hourOf(MORNING), shard }, after);
      found.push(...page.entries.map(({ seq }) => seq));
      after = page.next;
      pages += 1;
    } while (after !== undefined);
  }
  assert.deepEqual(
    found,
    story.map(({ seq }) => seq),
  );
  assert.ok(pages > FEED_SHARDS);
  assert.deepEqual(await store.load(stream), story);
  folder.close();
});

test("who listens is told of a commit once, when it can be loaded, and never of one that was refused", async (context) => {
  const folder = openDataFolder(temporaryFolder(context));
  const store = openEventStore(folder);
  const told: string[] = [];
  store.onAppended((which, seq) => {
    assert.equal(folder.database.isTransaction, false);
    told.push(`${which} ${seq}`);
  });
  const [first, second] = storyOf(2);
  assert.ok(first && second);
  const rival = chain(digest, undefined, { ...first, request: { ...request, key: "rival" } });
  const outcomes = await Promise.all([store.append(first), store.append(rival), store.append(first)]);
  assert.deepEqual(outcomes, ["appended", "conflict", "appended"]);
  await store.append(second);
  await store.append(second);
  assert.deepEqual(told, [`${stream} 1`, `${stream} 2`]);
  folder.close();
});

test("a log that was changed by hand in an unreadable way is a fault, not an empty stream", async (context) => {
  const path = temporaryFolder(context);
  const folder = openDataFolder(path);
  const [first] = storyOf(1);
  assert.ok(first);
  await openEventStore(folder).append(first);
  folder.database.exec("UPDATE log SET content = '{}'");
  folder.close();
  const again = openDataFolder(path);
  await assert.rejects(openEventStore(again).load(stream));
  again.close();
});
