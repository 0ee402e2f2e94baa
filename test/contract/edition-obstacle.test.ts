/** What the rest of the catalogue has against a change of one entry, on the local window's own store. */
import { seed } from "@window/catalogue/seed.ts";
import {
  draftEdition,
  publishEdition,
  withdrawEdition,
  type Edited,
} from "@window/domain/act/edit-catalogue.ts";
import { importSeed } from "@window/domain/act/import-seed.ts";
import type { Entry } from "@window/domain/edition/content.ts";
import { ActorId, type EntryId } from "@window/domain/id.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import { openCatalogue } from "@window/node/catalogue.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { standingClock } from "../kit/standing-clock.ts";
import { localPlace } from "./local-shelves.ts";

const item = seed.items.find(({ id }) => id === "item_rent-subsidy") ?? assert.fail();
const asked = item.ways.flatMap(({ rounds }) => rounds.flat()).map(({ department }) => department);
const idle = seed.departments.find(({ id }) => !asked.includes(id)) ?? assert.fail();
const small = { ...seed, items: [item] };

const openDesk = async (context: TestContext) => {
  const clock = standingClock();
  const shelves = await (await localPlace())({ legal: clock, wire: clock });
  context.after(() => shelves.close());
  const { store, views } = shelves;
  const deps = { store, views, clock, digest, catalogue: openCatalogue({ store, views, clock }) };
  await importSeed(deps, small);
  let count = 0;
  const request = () => {
    count += 1;
    return { actor: ActorId.parse("usr_operator"), key: `act.${String(count)}`, body: digest(count) };
  };
  const basisOf = async (id: EntryId) => (await store.load(id)).length;
  return {
    deps,
    clock,
    draft: async (drafted: Entry) =>
      draftEdition(deps, { drafted, basis: await basisOf(drafted.entry.id) }, request()),
    publish: async (entry: EntryId, edition: number, from = clock.now()) =>
      publishEdition(deps, { entry, edition, basis: await basisOf(entry), from }, request()),
    withdraw: async (entry: EntryId) =>
      withdrawEdition(deps, { entry, edition: 1, basis: await basisOf(entry) }, request()),
  };
};

const refusal = (edited: Edited): string => (edited.kind === "refused" ? edited.refusal.code : edited.kind);

test("a department stays while an item is going to ask it from a day that has been published", async (context) => {
  const { clock, draft, publish, withdraw } = await openDesk(context);
  const ways = item.ways.map((way) => ({
    ...way,
    rounds: way.rounds.map((round) => round.map((step) => ({ ...step, department: idle.id }))),
  }));
  assert.equal((await draft({ kind: "item", entry: { ...item, ways } })).kind, "done");
  assert.equal((await publish(item.id, 2, later(clock.now(), 30 * 24 * HOUR))).kind, "done");
  assert.equal(refusal(await withdraw(idle.id)), "still-asked");
  const [first] = asked;
  assert.ok(first);
  assert.equal(refusal(await withdraw(first)), "still-asked");
  clock.forward(31 * 24 * HOUR);
  assert.equal(refusal(await withdraw(first)), "done", "nothing that stands asks it any more");
});

test("a calendar that comes shipped under the name of another one is never published", async (context) => {
  const { deps, publish } = await openDesk(context);
  const [gone, ...years] = seed.calendar.years;
  assert.ok(gone);
  await importSeed(deps, { ...small, calendar: { ...seed.calendar, years } });
  assert.equal(refusal(await publish(seed.calendar.id, 2)), "calendar-version-taken");
});
