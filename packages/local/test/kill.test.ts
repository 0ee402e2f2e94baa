import { firstBreak } from "@window/domain/commit.ts";
import { FEED_SHARDS, hourOf } from "@window/domain/feed.ts";
import { ApplicationId } from "@window/domain/id.ts";
import { later } from "@window/domain/instant.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openDeliveries } from "@window/local/deliveries.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { standingClock, MORNING } from "./runner/workshop.ts";
import { startChild } from "./child.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** After how many acknowledged writes the power is cut, in the same folder one after the other. */
const CUTS = [3, 40, 150];

test("of what was acknowledged nothing is lost when the process is killed while it writes", async (context) => {
  const path = temporaryFolder(context);
  const acknowledged: { stream: ApplicationId; seq: number }[] = [];
  const referrals = new Set<string>();
  for (const [life, cut] of CUTS.entries()) {
    const child = await startChild(import.meta.resolve("./write-until-killed.ts"), path, String(life));
    await child.said(cut);
    await child.kill();
    for (const line of child.lines) {
      const [kind, id = "", seq] = line.split(" ");
      if (kind === "appended") acknowledged.push({ stream: ApplicationId.parse(id), seq: Number(seq) });
      if (kind === "sent") referrals.add(id);
    }
  }
  assert.ok(acknowledged.length > 90 && referrals.size > 90, `${acknowledged.length} and ${referrals.size}`);

  const folder = openDataFolder(path);
  const store = openEventStore(folder);
  const inFeed = new Set<string>();
  for (let shard = 0; shard < FEED_SHARDS; shard += 1)
    for (const { stream, seq } of (await store.feed({ hour: hourOf(MORNING), shard })).entries)
      inFeed.add(`${stream} ${seq}`);
  for (const { stream, seq } of acknowledged) {
    const commits = await store.load(stream);
    assert.ok(commits.length >= seq, `${stream} ${seq}`);
    assert.equal(firstBreak(digest, commits), undefined);
    assert.ok(inFeed.has(`${stream} ${seq}`));
  }

  const handed = new Set<string>();
  const deliver = async ({ referral }: { readonly referral: string }): Promise<void> => {
    handed.add(referral);
  };
  const clock = standingClock(later(MORNING, 10_000));
  const deliveries = openDeliveries(folder, {
    clock,
    deliver,
    inquire: async () => assert.fail("nobody asked a register"),
    tell: async () => assert.fail("nobody told anybody"),
    report: ({ error }) => assert.fail(String(error)),
  });
  deliveries.tick();
  await deliveries.settled();
  assert.deepEqual(
    [...referrals].filter((referral) => !handed.has(referral)),
    [],
  );
  await deliveries.stop();
  folder.close();
});
