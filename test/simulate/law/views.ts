import { everyRow, isDispatched, writeRows } from "@window/domain/dispatch/dispatch.ts";
import { rebuild } from "@window/domain/dispatch/rebuild.ts";
import { later, HOUR, type Instant } from "@window/domain/instant.ts";
import type { Views } from "@window/domain/port/views.ts";
import type { ViewRow } from "@window/domain/view.ts";
import { memoryPersonKeys } from "../memory/person-keys.ts";
import { openMemoryViews } from "../memory/views.ts";
import type { World } from "../world.ts";

const bytes = (rows: readonly ViewRow[]): string =>
  rows
    .map((row) => JSON.stringify(row))
    .toSorted()
    .join("\n");

/** The rows that a log gives, written from nothing. */
const folded = async (
  { shelves: { store, vault }, shop: { catalogue } }: World,
  views: Views,
): Promise<void> => {
  const deps = { catalogue, vault, personKeys: memoryPersonKeys };
  for (const [stream, commits] of store.streams)
    if (isDispatched(stream)) await writeRows(views, await everyRow(deps, stream, commits));
};

/** What lists show is what the log says, and they come out of it again to the same bytes. */
export const viewLaw = async (world: World, begun: Instant): Promise<readonly string[]> => {
  const { store, vault, views } = world.shelves;
  const shown = bytes(views.all());
  const fresh = openMemoryViews();
  await folded(world, fresh);
  if (bytes(fresh.all()) !== shown) return ["a list shows something else than the log says"];
  if (!world.patient) return [];
  // The real rebuild reads every hour of the feed, which takes long; some histories wait for it.
  world.now = later(world.now, 72 * HOUR);
  const heard = world.heard.length;
  await rebuild(
    { ...world.life.deps, store, vault, views },
    { walk: "rows", since: begun, until: world.now },
  );
  if (bytes(views.all()) !== shown) return ["rebuilt lists differ from those before"];
  return world.heard.length === heard ? [] : ["departments heard of a rebuild"];
};
