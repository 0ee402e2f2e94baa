import { findCase } from "@window/domain/act/find-case.ts";
import { resumeCase } from "@window/domain/act/resume-case.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import { stuckPartitions } from "@window/domain/dispatch/stuck-rows.ts";
import { ActorId, type CaseId } from "@window/domain/id.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { current } from "@window/domain/perform.ts";
import type { Rounds } from "@window/domain/port/rounds.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Cut } from "./cut.ts";
import { errand, idOf } from "./errand.ts";
import type { Life, OpenShelves } from "./town.ts";
import { live, Surroundings } from "./town.ts";

type Deps = Life["deps"];

const subjectOf = ({ ids }: Deps, application: ReturnType<typeof idOf>): CaseId =>
  ids.case(application, ItemId.parse("item_rent-subsidy"));

/** Shelves whose tokens of rounds cannot be kept while `broken` says so. */
const breakable =
  (open: OpenShelves, broken: () => boolean): OpenShelves =>
  async (clocks) => {
    const { rounds, ...shelves } = await open(clocks);
    const breaking: Rounds = {
      get: (subject, waiting) => rounds.get(subject, waiting),
      remove: (subject, waiting, token) => rounds.remove(subject, waiting, token),
      put: async (subject, waiting, token) => {
        if (broken() && waiting !== "stuck") throw new Error("the shelf is broken");
        return rounds.put(subject, waiting, token);
      },
    };
    return { ...shelves, rounds: breaking };
  };

const word = (deps: Deps, subject: CaseId, key: string, reason: string) =>
  resumeCase(
    deps,
    { case: subject, reason },
    { actor: ActorId.parse("usr_operator"), key, body: deps.keyed(reason) },
  );

const listed = async ({ views }: Deps, subject: CaseId): Promise<boolean> => {
  const pages = await Promise.all(stuckPartitions.map((shard) => views.list("stuck", shard, { limit: 100 })));
  return pages.some(({ rows }) => rows.some(({ aggregate }) => aggregate === subject));
};

const tried = async (life: Life): Promise<void> => {
  for (let retry = 0; retry < 4; retry += 1) await life.recover();
};

/** What becomes of a case whose round cannot be opened, on the shelves of a runtime. */
export const stuckCaseSuite = (name: string, place: () => Promise<OpenShelves>): void => {
  describe(`a case that is stuck on ${name}`, () => {
    const submitted = async (broken: () => boolean) => {
      const around = new Surroundings();
      const life = await live(breakable(await place(), broken), around, new Cut(0, "before"));
      for (const step of errand.slice(0, 3)) await step(life.deps, around);
      await life.settle();
      const [submit] = errand.slice(3);
      await submit?.(life.deps, around);
      return { around, life, subject: subjectOf(life.deps, idOf(life.deps)) };
    };

    test("is there as received from its submission on, before anything has come of that", async () => {
      const { life, subject } = await submitted(() => false);
      assert.equal((await current(life.deps.store, caseDecider, subject)).state, undefined);
      assert.equal((await findCase(life.deps, subject))?.phase, "received");
      await life.settle();
      assert.equal((await findCase(life.deps, subject))?.phase, "running");
      await life.end();
    });

    test("says so, goes on when an operator has mended it, and keeps why", async () => {
      let broken = true;
      const { around, life, subject } = await submitted(() => broken);
      const { deps } = life;
      await life.settle();
      assert.equal((await word(deps, subject, "early", "x")).kind, "refused");
      await tried(life);
      const stuck = (await findCase(deps, subject))?.stuck;
      assert.deepEqual(
        [stuck?.round, stuck?.cause, stuck?.resumptionAskedAt],
        [0, "opening-failed", undefined],
      );
      assert.equal(await listed(deps, subject), true);

      // Not mended after all: it fails again and is stuck anew.
      assert.equal((await word(deps, subject, "first", "try again")).kind, "done");
      await life.settle();
      await tried(life);
      const anew = (await findCase(deps, subject))?.stuck;
      assert.ok(anew && anew.at > (stuck?.at ?? anew.at));

      broken = false;
      const second = await word(deps, subject, "second", "the shelf was mended");
      assert.equal(second.kind, "done");
      assert.deepEqual(await word(deps, subject, "second", "the shelf was mended"), second);
      const third = await word(deps, subject, "third", "me too");
      assert.deepEqual(third, { kind: "refused", refusal: { code: "already-resumed" } });
      await life.settle();
      await life.recover();
      assert.equal((await findCase(deps, subject))?.stuck, undefined);
      assert.equal(await listed(deps, subject), false);
      assert.deepEqual(
        around.heard.map(({ step }) => step),
        ["talent-review"],
      );
      assert.ok(!JSON.stringify(await deps.store.load(subject)).includes("mended"), "free text is sealed");
      await life.end();
    });
  });
};
