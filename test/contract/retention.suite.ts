import { sampleAnswers } from "@window/catalogue/sample/answers.ts";
import { reviseApplication } from "@window/domain/act/change-application.ts";
import { draftApplication } from "@window/domain/act/draft-application.ts";
import { findCase } from "@window/domain/act/find-case.ts";
import { holdCase, releaseCase } from "@window/domain/act/hold-case.ts";
import { recordOpening } from "@window/domain/act/record-opening.ts";
import { application } from "@window/domain/application/decide.ts";
import { firstBreak, type Request } from "@window/domain/commit.ts";
import { countDue } from "@window/domain/dispatch/count-due.ts";
import { runRetention } from "@window/domain/dispatch/run-retention.ts";
import { ActorId, type ApplicationId } from "@window/domain/id.ts";
import { HOUR } from "@window/domain/instant.ts";
import { FieldId } from "@window/domain/item/field.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { openingsOf } from "@window/domain/opening/opening-rows.ts";
import { current } from "@window/domain/perform.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { Period, type Retained } from "@window/domain/retention/period.ts";
import { Report, REPORTS } from "@window/domain/retention/report.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Cut, CutOff } from "./cut.ts";
import { errand, idOf } from "./errand.ts";
import { live, Surroundings, type Life, type OpenShelves } from "./town.ts";

type Deps = Life["deps"];

const DAY = 24 * HOUR;
const owner = ActorId.parse("usr_wang");
const text = { zh: "示例", en: "example" };
const keep = (record: Retained, days: number): Period =>
  Period.parse({
    record,
    name: text,
    means: text,
    kept: { count: days, unit: "calendar-day", provenance: { kind: "example" } },
    endedBy: "run",
  });
/** Short, so that few hours are gone over. */
const periods = [keep("draft", 3), keep("withdrawn", 3), keep("decided", 6), keep("opening", 5)];

const asks = (deps: Deps, key: string): Request => ({ actor: owner, key, body: deps.keyed(key) });
const uncut = () => new Cut(0, "before");

const draft = async (deps: Deps, key: string): Promise<ApplicationId> => {
  const answers = sampleAnswers["item_rent-subsidy"];
  const input = { item: ItemId.parse("item_rent-subsidy"), window: WindowId.parse("win_haikou"), answers };
  assert.equal((await draftApplication(deps, input, asks(deps, key))).kind, "done");
  return deps.ids.application(owner, key);
};

const revise = async (deps: Deps, id: ApplicationId) => {
  const { seq } = await current(deps.store, application, id);
  const input = { application: id, basis: seq, answers: sampleAnswers["item_rent-subsidy"] };
  assert.equal((await reviseApplication(deps, input, asks(deps, `revise.${seq}`))).kind, "done");
};

const stateOf = async (deps: Deps, id: ApplicationId) =>
  (await current(deps.store, application, id)).state ?? assert.fail(id);

const decided = async (deps: Deps) => {
  const [opened] = (await stateOf(deps, idOf(deps))).cases;
  return opened?.case ?? assert.fail("nothing was applied for");
};

/** Reports of all runs, added up. */
const told = async ({ views }: Deps) => {
  const { rows } = await views.list("card", REPORTS, { limit: 100 });
  const sums: Record<string, number> = {};
  for (const { body } of rows) {
    const { record, erased, held } = Report.parse(body);
    if (erased > 0) sums[record] = (sums[record] ?? 0) + erased;
    if (held > 0) sums["held"] = (sums["held"] ?? 0) + held;
  }
  return sums;
};

const isGone = async (deps: Deps, id: ApplicationId): Promise<boolean> => {
  const { erased, answers } = await stateOf(deps, id);
  const sealed = answers[FieldId.parse("full-name")];
  assert.ok(sealed !== undefined && "sealed" in sealed);
  const place = { subject: id, stream: id, version: 1 } as const;
  const opened = await deps.vault.open(place, { "full-name": sealed.sealed });
  const row = await deps.views.get("card", id);
  assert.equal(firstBreak(digest, await deps.store.load(id)), undefined, "the chain stays whole");
  assert.deepEqual([opened === "erased", row?.partition === undefined], [erased, erased]);
  return erased;
};

const within = async <Answer>(
  open: OpenShelves,
  around: Surroundings,
  act: (deps: Deps, life: Life) => Promise<Answer>,
): Promise<Answer> => {
  const life = await live(open, around, uncut());
  const answer = await act(life.deps, life);
  await life.settle();
  await life.end();
  return answer;
};

const run = (open: OpenShelves, around: Surroundings) =>
  within(open, around, (deps) => runRetention({ ...deps, periods }));

/** A run by a process that is cut off, and then by the one that follows it. */
const cutRun = async (open: OpenShelves, around: Surroundings, cut: Cut): Promise<void> => {
  const ofDrafts = periods.slice(0, 1);
  const life = await live(open, around, cut);
  try {
    await runRetention({ ...life.deps, periods: ofDrafts });
    await life.settle();
  } catch (fault) {
    if (!(fault instanceof CutOff)) throw fault;
  }
  await life.end();
  if (!cut.happened) return;
  await within(open, around, async (deps, after) => {
    await after.recover();
    await runRetention({ ...deps, periods: ofDrafts });
  });
};

/** A decided case that a clerk has opened, and that somebody objects to. */
const objected = async (deps: Deps, life: Life, around: Surroundings): Promise<void> => {
  for (const step of errand) {
    await step(deps, around);
    await life.settle();
  }
  const opener = { post: "clerk", window: WindowId.parse("win_haikou") } as const;
  const opening = { case: await decided(deps), owner, opener, purpose: "handle", shown: "answers" } as const;
  await recordOpening(deps, ActorId.parse("usr_clerk"), opening);
  await holdCase(deps, opening.case, "litigation", asks(deps, "hold"));
};

/** Two drafts; one of them is gone on with, and the other one is due. */
const drafts = async (
  open: OpenShelves,
  more: (deps: Deps, life: Life, around: Surroundings) => Promise<void> = async () => undefined,
) => {
  const around = new Surroundings();
  const made = await within(open, around, async (deps, life) => {
    await runRetention({ ...deps, periods });
    const ids = { old: await draft(deps, "old"), young: await draft(deps, "young") };
    await more(deps, life, around);
    around.move(2 * DAY);
    await revise(deps, ids.young);
    return ids;
  });
  around.move(2 * DAY);
  return { around, ...made };
};

export const retentionSuite = (name: string, place: () => Promise<OpenShelves>, every = 1): void => {
  describe(`retention on ${name}`, () => {
    test("a draft of long ago goes with its key and its row, one that was gone on with stays", async () => {
      const open = await place();
      const { around, old, young } = await drafts(open);
      await within(open, around, async (deps) => {
        const [due] = await countDue({ ...deps, periods });
        assert.deepEqual(
          [due?.record, due?.due, due?.complete],
          ["draft", 1, true],
          "a dry run says so before",
        );
        assert.deepEqual(await told(deps), {});
      });
      await run(open, around);
      await within(open, around, async (deps) => {
        assert.deepEqual([await isGone(deps, old), await isGone(deps, young)], [true, false]);
        assert.deepEqual(await told(deps), { draft: 1 });
        const [left] = await countDue({ ...deps, periods });
        assert.deepEqual([left?.record, left?.due], ["draft", 0]);
      });
    });

    test("a case somebody objects to is held; an opening lapses; released, the case counts anew", async () => {
      const open = await place();
      const { around, young } = await drafts(open, objected);
      await run(open, around);
      around.move(4 * DAY);
      await run(open, around);
      await within(open, around, async (deps) => {
        assert.deepEqual([await isGone(deps, young), await isGone(deps, idOf(deps))], [true, false]);
        assert.deepEqual(await told(deps), { draft: 2, opening: 1, held: 1 });
        const { rows } = await deps.views.list("card", openingsOf(owner, await decided(deps)), { limit: 10 });
        assert.deepEqual(rows, []);
        await releaseCase(deps, await decided(deps), asks(deps, "release"));
      });
      around.move(5 * DAY);
      await run(open, around);
      assert.equal(await within(open, around, (deps) => isGone(deps, idOf(deps))), false);
      around.move(3 * DAY);
      await run(open, around);
      await within(open, around, async (deps) => {
        assert.equal(await isGone(deps, idOf(deps)), true);
        assert.deepEqual(await told(deps), { draft: 2, opening: 1, held: 1, decided: 1 });
        const subject = await decided(deps);
        assert.equal((await deps.views.get("card", subject))?.partition, undefined, "its case is in no list");
        assert.equal(await findCase(deps, subject), undefined);
        assert.equal(firstBreak(digest, await deps.store.load(subject)), undefined);
      });
    });

    test("wherever a run is cut off, each record goes once and is counted once", async () => {
      const walked = async (cut: Cut) => {
        const open = await place();
        const { around, old, young } = await drafts(open);
        await cutRun(open, around, cut);
        return within(open, around, async (deps) => ({
          gone: [await isGone(deps, old), await isGone(deps, young)],
          told: await told(deps),
        }));
      };
      const whole = { gone: [true, false], told: { draft: 1 } };
      const count = uncut();
      assert.deepEqual(await walked(count), whole);
      assert.ok(count.calls > 5, "the run is long enough to be cut");
      for (let number = 1; number <= count.calls; number += every)
        for (const side of ["before", "after"] as const)
          assert.deepEqual(
            { number, side, ...(await walked(new Cut(number, side))) },
            { number, side, ...whole },
          );
    });

    test("of two runs at once each record goes once and is counted once", async () => {
      const open = await place();
      const { around } = await drafts(open);
      around.move(4 * DAY);
      await within(open, around, async (deps) => {
        await Promise.all([runRetention({ ...deps, periods }), runRetention({ ...deps, periods })]);
      });
      assert.deepEqual(await within(open, around, told), { draft: 2 });
    });
  });
};
