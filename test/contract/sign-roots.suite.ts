import type { Commit } from "@window/domain/commit.ts";
import { GENESIS } from "@window/domain/commit.ts";
import { signRoots, type Rooting } from "@window/domain/dispatch/sign-roots.ts";
import { FEED_SHARDS, hourOf } from "@window/domain/feed.ts";
import { HOUR, later, MINUTE } from "@window/domain/instant.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import type { Marks } from "@window/domain/port/marks.ts";
import type { RootSigner } from "@window/domain/port/root-signer.ts";
import type { Roots } from "@window/domain/port/roots.ts";
import { auditRoot } from "@window/domain/root/audit-log.ts";
import { chainFileOf } from "@window/domain/root/chain-file.ts";
import { checkChain, checkingBy } from "@window/domain/root/check-chain.ts";
import { digest } from "@window/node/digest.ts";
import { readRootJws } from "@window/node/signed-root.ts";
import { treeHash } from "@window/node/tree-hash.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { commitsOf, nextCommit } from "../kit/commits.ts";
import { eventually } from "../kit/eventually.ts";
import { freshCase, freshHour } from "../kit/fresh.ts";

export interface RootingHarness {
  readonly store: EventStore;
  readonly roots: Roots;
  readonly rootSigner: RootSigner;
  readonly marks: Marks;
  readonly close: () => Promise<void>;
}

class Killed extends Error {}

/** A log, the hours it is rooted over, and a clock that stands where it is put. */
const openHours = (harness: RootingHarness) => {
  const from = freshHour();
  let now = from;
  const deps = (over: Partial<Rooting> = {}): Rooting => ({
    ...harness,
    clock: { now: () => now },
    digest,
    treeHash,
    ...over,
  });
  const isInFeed = async ({ at, hash }: Commit): Promise<boolean> => {
    const shards = Array.from({ length: FEED_SHARDS }, (_, shard) => shard);
    const pages = shards.map((shard) => harness.store.feed({ hour: hourOf(at), shard }));
    return (await Promise.all(pages)).some(({ entries }) => entries.some((entry) => entry.hash === hash));
  };
  const checking = async () => {
    const keys = await harness.rootSigner.keys();
    return checkingBy(digest, treeHash, (text) => readRootJws(text, keys));
  };
  return {
    ...harness,
    from,
    after: (milliseconds: number) => later(from, milliseconds),
    rootOf: (hour: number) => harness.roots.from(hourOf(later(from, hour * HOUR))),
    /** Roots what is closed at an instant so long after the beginning. */
    rootedAt: async (milliseconds: number, over: Partial<Rooting> = {}) => {
      now = later(from, milliseconds);
      return signRoots(deps(over));
    },
    append: async (commits: readonly Commit[]) => {
      for (const commit of commits) assert.equal(await harness.store.append(commit), "appended");
      for (const commit of commits) assert.ok(await eventually(() => isInFeed(commit), Boolean));
    },
    checking,
    checked: async (commits: readonly Commit[]) => {
      const { stream } = commits[0] ?? assert.fail();
      const file = await chainFileOf({ ...deps(), store: harness.store }, stream);
      return checkChain(await checking(), file);
    },
  };
};
type Hours = ReturnType<typeof openHours>;

type Stories = Readonly<Record<string, (hours: Hours) => Promise<void>>>;

const closing: Stories = {
  "an hour is rooted when it is closed and its grace is over, and every commit of it is provably under it":
    async ({ append, after, rootedAt, checked, rootOf }) => {
      const streams = Array.from({ length: 5 }, () => commitsOf(freshCase(), 3, after(MINUTE)));
      await append(streams.flat());
      assert.equal(await rootedAt(HOUR + 19 * MINUTE), 0);
      assert.deepEqual(await checked(streams[0] ?? []), { flaws: [], covered: 0, waiting: 3 });
      assert.equal(await rootedAt(HOUR + 21 * MINUTE), 1);
      const root = await rootOf(0);
      assert.equal(root?.root.leaves, 15);
      assert.equal(root.root.previous, GENESIS);
      for (const commits of streams)
        assert.deepEqual(await checked(commits), { flaws: [], covered: 3, waiting: 0 });
    },

  "a commit that comes after its hour was rooted is under the next root": async ({
    append,
    after,
    rootedAt,
    checked,
    rootOf,
  }) => {
    const stream = freshCase();
    const first = nextCommit(stream, undefined, { at: after(MINUTE) });
    await append([first]);
    await rootedAt(HOUR + 30 * MINUTE);
    await append([nextCommit(stream, first, { key: "late", at: after(2 * MINUTE) })]);
    await rootedAt(2 * HOUR + 30 * MINUTE);
    assert.equal((await rootOf(1))?.root.leaves, 1);
    assert.deepEqual(await checked([first]), { flaws: [], covered: 2, waiting: 0 });
  },
};

const going: Stories = {
  "run again it makes nothing, and hours missed are made good, each root naming the one before": async ({
    append,
    after,
    rootedAt,
    checked,
    rootOf,
  }) => {
    const early = commitsOf(freshCase(), 2, after(MINUTE));
    const afterwards = commitsOf(freshCase(), 2, after(2 * HOUR));
    await append([...early, ...afterwards]);
    assert.equal(await rootedAt(4 * HOUR), 3);
    assert.equal(await rootedAt(4 * HOUR), 0);
    const [first, second] = [await rootOf(0), await rootOf(1)];
    assert.ok(first && second);
    assert.equal(second.root.leaves, 0);
    assert.equal(second.root.before, first.root.hour);
    assert.equal(second.root.previous, digest(first.root));
    assert.deepEqual(await checked(afterwards), { flaws: [], covered: 2, waiting: 0 });
  },

  "killed at every step and run again it makes the same root, never two of one hour": async ({
    from,
    append,
    after,
    rootedAt,
    rootOf,
    roots,
    marks,
    rootSigner,
  }) => {
    await append(commitsOf(freshCase(), 3, after(MINUTE)));
    const dying = (): Promise<never> => Promise.reject(new Killed());
    const deaths: readonly Partial<Rooting>[] = [
      { roots: { ...roots, putLeaves: dying } },
      { rootSigner: { ...rootSigner, sign: dying } },
      { roots: { ...roots, put: dying } },
      { marks: { ...marks, put: (mark, until) => (until === from ? dying() : marks.put(mark, until)) } },
    ];
    for (const death of deaths) await assert.rejects(rootedAt(HOUR + 30 * MINUTE, death), Killed);
    const kept = await rootOf(0);
    assert.equal(kept?.root.leaves, 3);
    await rootedAt(HOUR + 30 * MINUTE);
    assert.deepEqual(await rootOf(0), kept);
  },

  "two runs at once end with one root for each hour": async ({ append, after, rootedAt, rootOf }) => {
    await append(commitsOf(freshCase(), 3, after(MINUTE)));
    await Promise.all([rootedAt(3 * HOUR), rootedAt(3 * HOUR)]);
    const [first, second] = [await rootOf(0), await rootOf(1)];
    assert.ok(first && second);
    assert.equal(second.root.previous, digest(first.root));
  },

  "hours in which nothing happened, long ago, need no roots of their own": async ({
    append,
    after,
    rootedAt,
    rootOf,
  }) => {
    const early = commitsOf(freshCase(), 1, after(MINUTE));
    const afterwards = commitsOf(freshCase(), 1, after(200 * HOUR));
    await append([...early, ...afterwards]);
    // The two with commits, and those that are younger than two days.
    assert.equal(await rootedAt(260 * HOUR), 2 + 47);
    assert.equal((await rootOf(200))?.root.before, (await rootOf(0))?.root.hour);
  },
};

const auditing: Stories = {
  "an audit of a root finds what was changed in the log or taken out of it afterwards": async ({
    append,
    after,
    rootedAt,
    rootOf,
    checking,
    roots,
    store,
  }) => {
    const one = commitsOf(freshCase(), 3, after(MINUTE));
    const other = commitsOf(freshCase(), 3, after(MINUTE));
    await append([...one, ...other]);
    await rootedAt(HOUR + 30 * MINUTE);
    const root = (await rootOf(0)) ?? assert.fail();
    const [cut, forged] = [one[0]?.stream, other[1]?.hash];
    const check = await checking();
    const audit = (change: (commits: readonly Commit[]) => readonly Commit[]) =>
      auditRoot(
        { ...check, roots, store: { load: async (stream) => change(await store.load(stream)) } },
        root,
      );
    assert.deepEqual(await audit((commits) => commits), { root: "signed", flaws: [] });
    assert.deepEqual(await audit((commits) => (commits[0]?.stream === cut ? commits.slice(0, 2) : commits)), {
      root: "signed",
      flaws: [{ stream: cut, commit: 3, kind: "gone" }],
    });
    const moved = (commit: Commit) => (commit.hash === forged ? { ...commit, at: after(0) } : commit);
    assert.deepEqual(await audit((commits) => commits.map(moved)), {
      root: "signed",
      flaws: [{ stream: other[0]?.stream, commit: 2, kind: "bytes-changed" }],
    });
  },
};

export const signRootsSuite = (name: string, make: () => Promise<RootingHarness>): void => {
  for (const [story, act] of Object.entries({ ...closing, ...going, ...auditing }))
    test(`signing roots: ${name}: ${story}`, async (context) => {
      const harness = await make();
      context.after(() => harness.close());
      const hours = openHours(harness);
      await hours.rootedAt(0);
      await act(hours);
    });
};
