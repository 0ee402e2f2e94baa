import { sampleAnswers } from "@window/catalogue/sample/answers.ts";
import { draftApplication } from "@window/domain/act/draft-application.ts";
import { sweepFeed, type Sweeping } from "@window/domain/dispatch/sweep-feed.ts";
import { hourOf } from "@window/domain/feed.ts";
import { ActorId, type StreamId } from "@window/domain/id.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { WindowId } from "@window/domain/place/window.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { freshApplication, freshName } from "../kit/fresh.ts";
import { Cut, CutOff } from "./cut.ts";
import { contact } from "./errand.ts";
import type { OpenShelves } from "./town.ts";
import { live, Surroundings, through } from "./town.ts";

const somebody = ActorId.parse("usr_wang");

/** A commit of its own stream, of which no change stream tells. */
const drafted = async (deps: Sweeping & Parameters<typeof draftApplication>[0]): Promise<StreamId> => {
  const key = freshName();
  const answers = { ...sampleAnswers["item_rent-subsidy"], ...contact };
  const input = { item: ItemId.parse("item_rent-subsidy"), window: WindowId.parse("win_haikou"), answers };
  await draftApplication(deps, input, { actor: somebody, key, body: deps.keyed(key) });
  return deps.ids.application(somebody, key);
};

/** Towns whose sweep cannot write what `broken` names, and which note the hours that a sweep reads. */
const sweeping = async (open: OpenShelves) => {
  const around = new Surroundings();
  const town = await live(open, around, new Cut(0, "before"));
  const { deps } = town;
  const broken = new Set<StreamId>();
  const hours = new Set<string>();
  const watched: Sweeping = {
    ...deps,
    views: {
      ...deps.views,
      put: async (row) => {
        if (broken.has(row.aggregate)) throw new Error("this row cannot be written");
        await deps.views.put(row);
      },
      get: (view, aggregate) => deps.views.get(view, aggregate),
      seqs: (view, aggregates) => deps.views.seqs(view, aggregates),
      list: (view, partition, page) => deps.views.list(view, partition, page),
    },
    store: {
      load: (stream) => deps.store.load(stream),
      append: (commit) => deps.store.append(commit),
      feed: async (bucket, after) => {
        hours.add(bucket.hour);
        return deps.store.feed(bucket, after);
      },
    },
  };
  const sweep = async (by: Sweeping = watched) => {
    hours.clear();
    const { failed } = await sweepFeed(by);
    return failed.map(({ stream }) => stream);
  };
  const isDispatched = async (stream: StreamId) => (await deps.views.get("card", stream))?.seq === 1;
  const first = () => [...hours].toSorted()[0];
  return { around, deps, watched, broken, sweep, isDispatched, first, end: () => town.end() };
};

/** Every call by which a sweep changes the world goes through the cut. */
const cutting = (deps: Sweeping, cut: Cut): Sweeping => ({
  ...deps,
  views: through(cut, deps.views),
  marks: through(cut, deps.marks),
  arrears: through(cut, deps.arrears),
});

export const sweepFeedSuite = (name: string, place: () => Promise<OpenShelves>, every = 1): void => {
  describe(`the sweep of the feed on ${name}`, () => {
    test("a stream that fails for good keeps nobody waiting but itself, and is made good when it is mended", async () => {
      const { around, deps, broken, sweep, isDispatched, first, end } = await sweeping(await place());
      const poisoned = await drafted(deps);
      broken.add(poisoned);
      for (let day = 0; day < 3; day += 1) {
        const fresh = await drafted(deps);
        assert.deepEqual(await sweep(), [poisoned]);
        assert.ok(await isDispatched(fresh));
        around.move(24 * HOUR);
        await sweep();
        await sweep();
        assert.equal(first(), hourOf(later(around.now, -HOUR)), "the marks have passed what fails");
      }
      broken.clear();
      assert.deepEqual(await sweep(), []);
      assert.ok(await isDispatched(poisoned));
      assert.deepEqual(await deps.arrears.list(), []);
      await end();
    });

    test("many that are behind are dispatched together, some at a time", async () => {
      const { deps, watched, isDispatched, end } = await sweeping(await place());
      const streams = await Promise.all(Array.from({ length: 60 }, () => drafted(deps)));
      let [inHand, most] = [0, 0];
      const load: Sweeping["store"]["load"] = async (stream) => {
        most = Math.max(most, (inHand += 1));
        const commits = await deps.store.load(stream);
        inHand -= 1;
        return commits;
      };
      const { found } = await sweepFeed({ ...watched, store: { ...watched.store, load } });
      assert.deepEqual(await Promise.all(streams.map(isDispatched)), Array(60).fill(true));
      assert.equal(found, 60);
      assert.ok(most > 4 && most <= 32, `${most} at the same time`);
      await end();
    });

    test("a sweep that breaks off goes on at the hour it had come to", async () => {
      const { around, deps, watched, sweep, isDispatched, first, end } = await sweeping(await place());
      await sweep();
      around.move(5 * HOUR);
      const wall = hourOf(around.now);
      const late = await drafted(deps);
      around.move(5 * HOUR);
      const feed: Sweeping["store"]["feed"] = async (bucket, after) => {
        if (bucket.hour === wall) throw new Error("this hour cannot be read");
        return watched.store.feed(bucket, after);
      };
      await assert.rejects(sweep({ ...watched, store: { ...watched.store, feed } }), /this hour/);
      assert.deepEqual(await sweep(), []);
      assert.equal(first(), wall);
      assert.ok(await isDispatched(late));
      await end();
    });

    test("where everything fails the marks wait, and nothing is lost", async () => {
      const { around, deps, watched, broken, sweep, isDispatched, first, end } = await sweeping(
        await place(),
      );
      const stream = await drafted(deps);
      const hour = hourOf(around.now);
      broken.add(stream);
      const others = Array.from({ length: 500 }, () => ({ stream: freshApplication(), seq: 1 }));
      const list = async () => others;
      const full: Sweeping = {
        ...watched,
        arrears: { ...deps.arrears, put: (owed) => deps.arrears.put(owed), list },
      };
      assert.deepEqual(await sweep(full), [stream]);
      around.move(30 * HOUR);
      assert.deepEqual(await sweep(full), [stream]);
      broken.clear();
      assert.deepEqual(await sweep(), []);
      assert.ok((first() ?? "") <= hour);
      assert.ok(await isDispatched(stream));
      await end();
    });

    test("nothing is lost wherever a sweep is cut off", async () => {
      const { around, deps, watched, broken, sweep, isDispatched, end } = await sweeping(await place());
      await sweep();
      for (const side of ["before", "after"] as const)
        for (let number = 1, last = false; !last; number += every) {
          const streams = [await drafted(deps), await drafted(deps)];
          broken.add(streams[0] ?? freshApplication());
          around.move(2 * HOUR);
          const cut = new Cut(number, side);
          await sweep(cutting(watched, cut)).catch((fault: unknown) => {
            if (!(fault instanceof CutOff)) throw fault;
          });
          last = !cut.happened;
          broken.clear();
          around.move(2 * HOUR);
          await sweep();
          for (const stream of streams)
            assert.ok(await isDispatched(stream), `cut ${side} call ${number} leaves ${stream} behind`);
          assert.deepEqual(await deps.arrears.list(), []);
        }
      await end();
    });
  });
};
