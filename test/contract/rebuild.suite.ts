import { beginRebuild, rebuild, RebuildPlace } from "@window/domain/dispatch/rebuild.ts";
import { sweepFeed } from "@window/domain/dispatch/sweep-feed.ts";
import { HOUR } from "@window/domain/instant.ts";
import type { ViewRow } from "@window/domain/view.ts";
import { ViewName } from "@window/domain/view.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { freshCase } from "../kit/fresh.ts";
import { everyHead, throwAway } from "../kit/throw-away.ts";
import { Cut } from "./cut.ts";
import { errand, idOf } from "./errand.ts";
import { live, type Life, type OpenShelves, Surroundings } from "./town.ts";

type Deps = Life["deps"];

/** A case walked to its end, and how often anybody was told of anything. */
const walked = async (open: OpenShelves) => {
  const around = new Surroundings();
  const since = around.now;
  const life = await live(open, around, new Cut(0, "before"));
  for (const step of errand) {
    await step(life.deps, around);
    await life.settle();
  }
  const heard = () => around.heard.length + around.told.length + around.queue.length;
  return { life, around, since, heard, deps: life.deps };
};

const shownIn = async ({ views }: Deps): Promise<readonly (ViewRow | undefined)[]> => {
  const heads = (await everyHead(views)).toSorted((one, other) =>
    `${one.view}#${one.aggregate}` < `${other.view}#${other.aggregate}` ? -1 : 1,
  );
  return Promise.all(heads.map(({ view, aggregate }) => views.get(ViewName.parse(view), aggregate)));
};

/** Part by part, each as short as it can be and done twice, as by somebody who was cut off before he heard of its end. */
const inParts = async (deps: Deps, from: RebuildPlace): Promise<number> => {
  let parts = 0;
  for (let place: RebuildPlace | undefined = from; place !== undefined; parts += 1) {
    const told: RebuildPlace = RebuildPlace.parse(JSON.parse(JSON.stringify(place)));
    await rebuild(deps, told, () => true);
    place = (await rebuild(deps, told, () => true)).next;
  }
  return parts;
};

/** One row altered, one lost, one ahead of its log, one that no log gives. */
const damage = async ({ views, ...deps }: Deps): Promise<void> => {
  const card = (await views.get("card", idOf({ views, ...deps }))) ?? assert.fail();
  await views.replace({ ...card, body: { altered: true } });
  const [lost, ahead] = (await everyHead(views)).filter(({ aggregate }) => aggregate !== card.aggregate);
  await views.remove(lost ?? assert.fail());
  const later =
    (await views.get(ViewName.parse(ahead?.view), ahead?.aggregate ?? assert.fail())) ?? assert.fail();
  await views.put({ ...later, seq: later.seq + 7 });
  await views.put({ ...card, aggregate: freshCase() });
};

/** Lists made anew from the log on the shelves of a runtime. */
export const rebuildSuite = (name: string, place: () => Promise<OpenShelves>): void => {
  describe(`lists made anew on ${name}`, () => {
    const ways: Readonly<Record<string, (deps: Deps, from: RebuildPlace) => Promise<unknown>>> = {
      "in one go": async (deps, from) => {
        const { restored, next } = await rebuild(deps, from);
        assert.deepEqual([restored > 2, next], [true, undefined]);
      },
      "in short parts, each of them twice": inParts,
      "by two at once": (deps, from) => Promise.all([inParts(deps, from), rebuild(deps, from)]),
    };
    for (const [way, make] of Object.entries(ways))
      test(`they are the same to the byte after any damage, and nobody is told again, ${way}`, async () => {
        const { life, deps, around, since, heard } = await walked(await place());
        const [before, told] = [await shownIn(deps), heard()];
        around.move(72 * HOUR);
        for (const harm of [damage, (harmed: Deps) => throwAway(harmed.views)]) {
          await harm(deps);
          assert.notDeepEqual(await shownIn(deps), before);
          await make(deps, { walk: "rows", since, until: around.now });
          assert.deepEqual(await shownIn(deps), before);
        }
        await life.settle();
        assert.deepEqual([heard(), await deps.arrears.list()], [told, []]);
        await life.end();
      });

    test("what may not have been seen to when its rows were lost is left to the sweep, which makes the same rows", async () => {
      const { life, deps, around, since } = await walked(await place());
      const before = await shownIn(deps);
      await throwAway(deps.views);
      await rebuild(deps, { walk: "rows", since, until: around.now });
      assert.notDeepEqual(await deps.arrears.list(), []);
      await sweepFeed(deps);
      await life.settle();
      assert.deepEqual([await shownIn(deps), await deps.arrears.list()], [before, []]);
      await life.end();
    });

    test("it begins where the log is taken to begin, unless its operator says where", async () => {
      const { life, deps, around, since } = await walked(await place());
      const until = around.now;
      const first = { walk: "rows", until } as const;
      assert.deepEqual(await beginRebuild(deps), { ...first, since: until - 48 * HOUR });
      await deps.marks.put("retention-begun", since);
      assert.deepEqual(await beginRebuild(deps), { ...first, since });
      assert.deepEqual(await beginRebuild(deps, until), { ...first, since: until });
      await life.end();
    });
  });
};
