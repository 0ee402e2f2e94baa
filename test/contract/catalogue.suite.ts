import { seed } from "@window/catalogue/seed.ts";
import { importSeed } from "@window/domain/act/import-seed.ts";
import { firstBreak } from "@window/domain/commit.ts";
import { contentOf } from "@window/domain/edition/content.ts";
import type { EditionCommand } from "@window/domain/edition/command.ts";
import { editionDecider } from "@window/domain/edition/decide.ts";
import type { Entries } from "@window/domain/edition/offer.ts";
import { showEntry } from "@window/domain/edition/show-entry.ts";
import { ActorId, type EntryId } from "@window/domain/id.ts";
import { HOUR, later, MINUTE } from "@window/domain/instant.ts";
import type { Item } from "@window/domain/item/item.ts";
import { NothingPublished } from "@window/domain/port/nothing-published.ts";
import { always, current, perform } from "@window/domain/perform.ts";
import { openCatalogue } from "@window/node/catalogue.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { standingClock } from "../kit/standing-clock.ts";
import { throwAway } from "../kit/throw-away.ts";
import { Cut, CutOff } from "./cut.ts";
import { through, type OpenShelves } from "./town.ts";

const item = seed.items.find(({ id }) => id === "item_rent-subsidy") ?? assert.fail();
const steps = item.ways.flatMap(({ rounds }) => rounds.flat());
const asked = new Set(steps.map(({ department }) => department));
const small: Entries = {
  items: [item],
  windows: seed.windows.slice(0, 1),
  departments: seed.departments.filter(({ id }) => asked.has(id)),
  calendar: seed.calendar,
};
const ids: readonly EntryId[] = [
  item.id,
  ...small.windows.map(({ id }) => id),
  ...small.departments.map(({ id }) => id),
  small.calendar.id,
];

const withLimit = (count: number): Item => ({
  ...item,
  ways: item.ways.map((way) => ({
    ...way,
    limits: { ...way.limits, promised: { count, unit: "working-day", provenance: { kind: "example" } } },
  })),
});
const limitOf = (found: Item | undefined) => found?.ways[0]?.limits.promised?.count;
const shippedWith = (count: number): Entries => ({ ...small, items: [withLimit(count)] });

/** A process: its own adapters on one place, its own memory of the catalogue. */
const openProcess = async (
  open: OpenShelves,
  clock: ReturnType<typeof standingClock>,
  cut = new Cut(0, "before"),
) => {
  const shelves = await open({ legal: clock, wire: clock });
  const ports = { store: through(cut, shelves.store), views: through(cut, shelves.views), clock, digest };
  return { ...ports, catalogue: openCatalogue(ports), close: () => shelves.close() };
};
type Process = Awaited<ReturnType<typeof openProcess>>;

const operates = async (deps: Process, make: (basis: number) => EditionCommand): Promise<void> => {
  const { seq } = await current(deps.store, editionDecider, item.id);
  const request = { actor: ActorId.parse("usr_operator"), key: `act.${String(seq)}`, body: digest(seq) };
  const { kind } = await perform(deps, editionDecider, item.id, always(make(seq)), request);
  assert.equal(kind, "done");
  await showEntry(deps, item.id);
};

const drafts =
  (count: number) =>
  (basis: number): EditionCommand => {
    const content = contentOf({ kind: "item", entry: withLimit(count) });
    return { type: "draft", basis, content, digest: digest(content) };
  };

/** What is kept of every entry: the same however it came there. */
const kept = async ({ store, views }: Process) =>
  Promise.all(
    ids.map(async (id) => {
      const commits = await store.load(id);
      assert.equal(firstBreak(digest, commits), undefined);
      const { state } = await current(store, editionDecider, id);
      return {
        id,
        editions: state.map(({ edition, digest: of }) => [edition, of]),
        row: (await views.get("card", id))?.seq,
      };
    }),
  );

/** `place` makes an empty place; `every`: imports are cut off at each call (1) or at every n-th where a call is slow. */
export const catalogueSuite = (name: string, place: () => Promise<OpenShelves>, every = 1): void => {
  const clock = standingClock();
  const alone = async (act: (deps: Process, open: OpenShelves) => Promise<void>): Promise<void> => {
    const open = await place();
    const deps = await openProcess(open, clock);
    try {
      await act(deps, open);
    } finally {
      await deps.close();
    }
  };

  describe(`catalogue: ${name}`, () => {
    test("offers nothing before the first import and everything after it, without a wait", () =>
      alone(async (deps) => {
        await assert.rejects(deps.catalogue.current(), NothingPublished);
        await importSeed(deps, small);
        const offer = await deps.catalogue.current();
        assert.deepEqual(offer.items, [{ ...item, version: 1 }]);
        assert.deepEqual([offer.windows, offer.departments.length], [small.windows, 2]);
        assert.deepEqual(offer.calendar, small.calendar);
        assert.equal(offer.window(small.windows[0]?.id ?? assert.fail()), offer.windows[0]);
      }));

    test("importing again, or twice at once, leaves what one import leaves", () =>
      alone(async (deps) => {
        await Promise.all([importSeed(deps, small), importSeed(deps, small)]);
        const once = await kept(deps);
        assert.ok(once.every(({ editions, row }) => editions.length === 1 && row === 1));
        await importSeed(deps, small);
        assert.deepEqual(await kept(deps), once);
      }));

    test("an import that is cut off anywhere and begun again leaves what one import leaves", async () => {
      const count = new Cut(0, "before");
      const whole = async (cut: Cut) => {
        const open = await place();
        const first = await openProcess(open, clock, cut);
        await importSeed(first, small).catch((fault: unknown) => assert.ok(fault instanceof CutOff));
        await first.close();
        const second = await openProcess(open, clock);
        await importSeed(second, small);
        const left = await kept(second);
        await second.close();
        return left;
      };
      const expected = await whole(count);
      assert.ok(count.calls >= 2 * ids.length);
      for (let call = 1; call <= count.calls; call += every)
        for (const side of ["before", "after"] as const)
          assert.deepEqual(await whole(new Cut(call, side)), expected, `cut ${side} call ${String(call)}`);
    });

    test("what an operator published stands after a deploy with other content, which waits as a draft", () =>
      alone(async (deps) => {
        await importSeed(deps, small);
        await operates(deps, drafts(77));
        await operates(deps, (basis) => ({ type: "publish", basis, edition: 2 }));
        await importSeed(deps, small);
        await importSeed(deps, shippedWith(88));
        clock.forward(MINUTE);
        assert.equal(limitOf((await deps.catalogue.current()).item(item.id)), 77);
        const { state } = await current(deps.store, editionDecider, item.id);
        assert.deepEqual(
          state.map(({ origin, published }) => [origin, published !== undefined]),
          [
            ["seed", true],
            ["operator", true],
            ["seed", false],
          ],
        );
      }));

    test("a reader sees within a minute what another process published, and a version at once", () =>
      alone(async (deps) => {
        await importSeed(deps, small);
        const elsewhere = openCatalogue(deps);
        assert.equal((await elsewhere.current()).item(item.id)?.version, 1);
        assert.equal(await elsewhere.item(item.id, 2), undefined);
        await operates(deps, drafts(78));
        assert.equal(await elsewhere.item(item.id, 2), undefined);
        await operates(deps, (basis) => ({ type: "publish", basis, edition: 2 }));
        assert.equal(limitOf(await elsewhere.item(item.id, 2)), 78);
        clock.forward(MINUTE);
        assert.equal((await elsewhere.current()).item(item.id)?.version, 2);
        assert.deepEqual(await elsewhere.item(item.id, 1), { ...item, version: 1 });
      }));

    test("an edition with a date stands from that instant, without anybody doing anything", () =>
      alone(async (deps) => {
        await importSeed(deps, small);
        const from = later(clock.now(), HOUR);
        await operates(deps, drafts(79));
        await operates(deps, (basis) => ({ type: "publish", basis, edition: 2, from }));
        clock.forward(HOUR - 1);
        assert.equal((await deps.catalogue.current()).item(item.id)?.version, 1);
        clock.forward(1);
        assert.equal((await deps.catalogue.current()).item(item.id)?.version, 2);
      }));

    test("an item that was withdrawn is offered no more, and its version stays for the cases that have it", () =>
      alone(async (deps) => {
        await importSeed(deps, small);
        await operates(deps, (basis) => ({ type: "withdraw", basis, edition: 1 }));
        clock.forward(MINUTE);
        assert.equal((await deps.catalogue.current()).item(item.id), undefined);
        assert.equal((await deps.catalogue.item(item.id, 1))?.id, item.id);
      }));

    test("views that were thrown away take nothing from a reader that runs", () =>
      alone(async (deps) => {
        await importSeed(deps, small);
        const offer = await deps.catalogue.current();
        await throwAway(deps.views);
        clock.forward(MINUTE);
        assert.deepEqual((await deps.catalogue.current()).items, offer.items);
        for (const id of ids) await showEntry(deps, id);
        assert.ok((await kept(deps)).every(({ row }) => row === 1));
      }));
  });
};
