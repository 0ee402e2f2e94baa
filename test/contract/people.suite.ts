import { sampleAnswers } from "@window/catalogue/sample/answers.ts";
import { type FindingPerson, findPerson, type PersonQuestion } from "@window/domain/act/find-person.ts";
import { rebuild } from "@window/domain/dispatch/rebuild.ts";
import { ActorId, LookUpId, type StreamId } from "@window/domain/id.ts";
import { HOUR, type Instant } from "@window/domain/instant.ts";
import { WindowId } from "@window/domain/place/window.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventually } from "../kit/eventually.ts";
import { residentNumber } from "../kit/resident-number.ts";
import { throwAway } from "../kit/throw-away.ts";
import { Cut } from "./cut.ts";
import { erase, errand, idOf } from "./errand.ts";
import { live, type Life, type OpenShelves, Surroundings } from "./town.ts";

const number = sampleAnswers["item_rent-subsidy"]["resident-id"];
const clerk = ActorId.parse("usr_clerk");
const [haikou, sanya] = [WindowId.parse("win_haikou"), WindowId.parse("win_sanya")];

/** The errand, with every record brought backwards and then twice. */
const walked = async (open: OpenShelves) => {
  const around = new Surroundings();
  const begun = around.now;
  const life = await live(open, around, new Cut(0, "before"));
  const order = (records: StreamId[]): StreamId[] => [...records.toReversed(), ...records, ...records];
  for (const step of errand) {
    await step(life.deps, around);
    await life.settle(order);
  }
  return { life, around, begun };
};

/** Throws the views away and makes them again. */
const anew = async (deps: Life["deps"], since: Instant): Promise<void> => {
  await throwAway(deps.views);
  await rebuild(deps, { walk: "rows", since, until: deps.clock.now() });
};

const rowOf = ({ deps }: Life) => deps.views.get("person:resident-id", idOf(deps));

const asks = (deps: FindingPerson, key: string, more: Partial<PersonQuestion> = {}) =>
  findPerson(
    deps,
    { kind: "resident-id", number, window: haikou, page: { limit: 20 }, ...more },
    { actor: clerk, key, body: deps.keyed(more) },
  );

const casesIn = (found: Awaited<ReturnType<typeof asks>>) =>
  found.kind === "found" ? found.cases.map((each) => each.case) : found.kind;

/** The index of people on the shelves of a runtime, and what a clerk finds in it. */
export const peopleSuite = (name: string, place: () => Promise<OpenShelves>): void => {
  describe(`people found by number on ${name}`, () => {
    test("an application is in the index from its submission until its person is erased, also when lists are made anew", async () => {
      const { life, around, begun } = await walked(await place());
      const { deps } = life;
      const row = await rowOf(life);
      assert.match(row?.partition ?? "", /^person#[0-9a-f]{8}$/);
      around.move(72 * HOUR);
      await anew(deps, begun);
      assert.deepEqual(await rowOf(life), row);
      await erase(deps);
      await life.settle((records) => [...records, ...records]);
      const gone = await rowOf(life);
      assert.deepEqual([gone?.partition, gone?.body], [undefined, {}]);
      around.move(72 * HOUR);
      await anew(deps, begun);
      assert.deepEqual(await rowOf(life), gone);
      assert.deepEqual(casesIn(await asks(deps, "gone")), []);
      await life.end();
    });

    test("a clerk finds the case, and that it was shown stands in the log without number or key", async () => {
      const { life } = await walked(await place());
      const { deps } = life;
      let tries = 0;
      const found = await eventually(
        () => asks(deps, `found.${(tries += 1)}`),
        (seen) => casesIn(seen).length === 1,
      );
      const subject = casesIn(found)[0];
      assert.deepEqual(casesIn(await asks(deps, "again")), [subject]);
      const commits = await deps.store.load(LookUpId.parse(`look_${deps.keyed([clerk, "again"])}`));
      assert.deepEqual(
        commits.map(({ request, events }) => [request.actor, events]),
        [[clerk, [{ type: "look-up.made.v1", window: haikou, by: "resident-id", shown: [subject] }]]],
      );
      const told = JSON.stringify(commits);
      assert.ok(!told.includes(number) && !told.includes(deps.personKeys("resident-id", number)));
      await life.end();
    });

    test("somebody whose number shares the key is not found, and another window opens no number", async () => {
      const { life } = await walked(await place());
      const { deps } = life;
      const other = residentNumber("46010519900307423");
      const shared = { ...deps, personKeys: () => deps.personKeys("resident-id", number) };
      assert.deepEqual(casesIn(await asks(shared, "other", { number: other })), []);
      const open = () => Promise.reject(new Error("opened"));
      const closed = { ...deps, vault: { ...deps.vault, open } };
      await assert.rejects(asks(closed, "own"), /opened/);
      assert.deepEqual(casesIn(await asks(closed, "elsewhere", { window: sanya })), []);
      await life.end();
    });
  });
};
