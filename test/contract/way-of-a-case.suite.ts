import { caseDecider } from "@window/domain/case/decide.ts";
import { application } from "@window/domain/application/decide.ts";
import { firstBreak, type Commit } from "@window/domain/commit.ts";
import { everyRow } from "@window/domain/dispatch/dispatch.ts";
import { rebuild } from "@window/domain/dispatch/rebuild.ts";
import { sweepFeed } from "@window/domain/dispatch/sweep-feed.ts";
import { noticesOf } from "@window/domain/notice/rows.ts";
import { fold } from "@window/domain/perform.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ApplicationId, CaseId, StreamId } from "@window/domain/id.ts";
import { Cut, CutOff } from "./cut.ts";
import { eventually } from "../kit/eventually.ts";
import { throwAway } from "../kit/throw-away.ts";
import { erase, errand, idOf } from "./errand.ts";
import type { Life, OpenShelves } from "./town.ts";
import { live, Surroundings } from "./town.ts";

/** The chain fits together, and every list shows what it gives. */
const isWhole = async (
  deps: Life["deps"],
  stream: ApplicationId | CaseId,
  chain: readonly Commit[],
): Promise<void> => {
  assert.equal(firstBreak(digest, chain), undefined);
  for (const row of await everyRow(deps, stream, chain))
    assert.deepEqual(await deps.views.get(row.view, stream), row);
};

/** What everybody may see at the end; the same whatever happened on the way. */
const end = async ({ deps }: Life, around: Surroundings) => {
  const own = await deps.store.load(idOf(deps));
  const { state } = fold(application, own);
  const [opened] = state?.cases ?? [];
  assert.ok(state?.result && opened);
  const commits = await deps.store.load(opened.case);
  const decided = commits.flatMap(({ events }) => events).filter(({ type }) => type === "case.decided.v1");
  const certificate = await deps.vault.open(
    { subject: state.application, stream: state.application, version: 1 },
    { certificate: state.result.certificate },
  );
  assert.notEqual(certificate, "erased");
  const claims = certificate === "erased" ? undefined : await deps.signer.verify(certificate.certificate);
  for (const round of ["round-0", "round-1"] as const)
    assert.equal(await deps.rounds.get(opened.case, round), undefined, "a token that was used is not kept");
  await isWhole(deps, state.application, own);
  await isWhole(deps, opened.case, commits);
  return {
    outcome: fold(caseDecider, commits).state?.decision?.decision,
    decisions: decided.length,
    result: claims?.jti === state.result.result,
    asked: [...new Set(around.heard.map(({ id }) => id.slice(-3)))],
    told: [...new Set(around.told.map(({ notice }) => notice))].map((id) => id.split("-").at(-1)),
  };
};

const whole = {
  outcome: "granted",
  decisions: 1,
  result: true,
  asked: ["0-0", "1-0"],
  told: ["accepted", "granted"],
};

/** Sweeps until there is nothing to find: what one stream gives rise to may stand in a shard that was swept already. */
const sweptUntilStill = async ({ deps, settle }: Pick<Life, "deps" | "settle">): Promise<void> => {
  for (let { found } = await sweepFeed(deps); found > 0; { found } = await sweepFeed(deps)) await settle();
};

/** Walks the errand; a process that is cut off is followed by another, which begins with the step that was not done. */
const walk = async (
  open: OpenShelves,
  around: Surroundings,
  first: Cut,
  order?: (records: StreamId[]) => StreamId[],
) => {
  let life = await live(open, around, first);
  for (const step of errand) {
    try {
      await step(life.deps, around);
      await life.settle(order);
      if (order !== undefined) await sweptUntilStill(life);
      await life.settle();
    } catch (fault) {
      if (!(fault instanceof CutOff) && !first.happened) throw fault;
      await life.end();
      life = await live(open, around, new Cut(0, "before"));
      await life.recover();
      await step(life.deps, around);
      await life.settle();
    }
  }
  return life;
};

const walked = async (open: OpenShelves, cut: Cut, order?: (records: StreamId[]) => StreamId[]) => {
  const around = new Surroundings();
  const life = await walk(open, around, cut, order);
  try {
    return { ...(await end(life, around)), repeated: around.heard.length + around.told.length - 4 };
  } finally {
    await life.end();
  }
};

/**
 * A whole case on the shelves of a runtime, whatever the world does meanwhile.
 * `every`: cuts at each call (1), or at every n-th where a call is slow.
 */
export const wayOfACaseSuite = (name: string, place: () => Promise<OpenShelves>, every = 1): void => {
  describe(`the way of a case on ${name}`, () => {
    test("ends in one decision and one certificate, and departments and applicant hear once", async () => {
      assert.deepEqual(await walked(await place(), new Cut(0, "before")), { ...whole, repeated: 0 });
    });

    const orders: [string, (records: StreamId[]) => StreamId[]][] = [
      ["backwards", (records) => records.toReversed()],
      ["twice", (records) => records.flatMap((stream) => [stream, stream])],
      ["not at all, so that only the sweep finds them", () => []],
      ["every second one", (records) => records.filter((_, index) => index % 2 === 0)],
    ];
    for (const [what, order] of orders)
      test(`ends the same when the change stream brings records ${what}`, async () => {
        assert.deepEqual(await walked(await place(), new Cut(0, "before"), order), { ...whole, repeated: 0 });
      });

    test("ends the same wherever the process is cut off, and one of them hears at most once more", async () => {
      const count = new Cut(0, "before");
      await walked(await place(), count);
      assert.ok(count.calls > 50, "the way is long enough to be cut");
      for (let number = 1; number <= count.calls; number += every)
        for (const side of ["before", "after"] as const) {
          const { repeated, ...rest } = await walked(await place(), new Cut(number, side));
          assert.deepEqual({ number, side, ...rest }, { number, side, ...whole });
          assert.ok(repeated <= 1, `cut ${side} call ${number}: ${repeated} messages more`);
        }
    });

    test("once it is erased nothing of it is listed, nor what was told in it, also when lists are made anew", async () => {
      const around = new Surroundings();
      const started = around.now;
      const life = await walk(await place(), around, new Cut(0, "before"));
      const { store, views } = life.deps;
      const { state } = fold(application, await store.load(idOf(life.deps)));
      const subject = state?.cases[0]?.case ?? assert.fail();
      const listed = async () => (await views.list("card", noticesOf(subject), { limit: 9 })).rows.length;
      assert.equal(await eventually(listed, (count) => count === 2), 2);
      await erase(life.deps);
      await life.settle();
      for (const again of [false, true]) {
        if (again) {
          await throwAway(views);
          await rebuild(life.deps, { walk: "rows", since: started, until: around.now });
          await sweptUntilStill(life);
        }
        assert.equal(await eventually(listed, (count) => count === 0), 0);
        for (const stream of [idOf(life.deps), subject])
          assert.equal((await views.get("card", stream))?.partition, undefined);
      }
      await life.end();
    });
  });
};
