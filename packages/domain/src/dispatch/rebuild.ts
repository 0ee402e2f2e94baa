import * as z from "zod";
import { FEED_SHARDS, FeedHour, hourAfter, hourOf } from "../feed.ts";
import type { StreamId } from "../id.ts";
import { HOUR, Instant, later } from "../instant.ts";
import type { Arrears } from "../port/arrears.ts";
import type { EventStore } from "../port/event-store.ts";
import type { LegalClock } from "../port/legal-clock.ts";
import type { Marks } from "../port/marks.ts";
import type { RowHead, Views } from "../port/views.ts";
import { BEGUN, firstLook } from "../retention/open-hours.ts";
import { atOnce } from "./at-once.ts";
import { everyRow, isDispatched, writeRows } from "./dispatch.ts";
import type { IndexingPeople } from "./person-rows.ts";

/** It writes lists and no fact, and it tells nobody: what was not dispatched is put into arrears for the sweep. */
export interface Rebuilding extends IndexingPeople {
  readonly store: Pick<EventStore, "load" | "feed">;
  readonly clock: LegalClock;
  readonly views: Pick<Views, "get" | "replace" | "rows" | "remove">;
  readonly arrears: Pick<Arrears, "put">;
}

const after = z.string().exactOptional();

/** How far a rebuild has come. Whoever runs it keeps this between two parts; nothing else is kept anywhere. */
export const RebuildPlace = z.discriminatedUnion("walk", [
  z.object({ walk: z.literal("rows"), since: Instant, until: Instant, after }),
  z.object({
    walk: z.literal("feed"),
    hour: FeedHour,
    shard: z
      .int()
      .min(0)
      .max(FEED_SHARDS - 1),
    until: Instant,
    after,
  }),
]);
export type RebuildPlace = z.infer<typeof RebuildPlace>;

/** What a part has done, and where the next one begins; without `next` everything is done. */
export interface RebuiltPart {
  readonly removed: number;
  readonly restored: number;
  readonly next?: RebuildPlace;
}

/** Commits younger than this may not have been dispatched when their stream's card was lost. */
const YOUNG = 48 * HOUR;

/** Streams that are looked at together. */
const AT_ONCE = 32;

/**
 * Writes every row of a stream as its log gives it, up to where its effects have been run: its card says so, and where that
 * was lost all that is 48 hours old counts as done (docs/adr/0005).
 */
const restore = async (deps: Rebuilding, stream: StreamId): Promise<void> => {
  if (!isDispatched(stream)) return;
  const card = await deps.views.get("card", stream);
  const commits = await deps.store.load(stream);
  const young = deps.clock.now() - YOUNG;
  const done = commits.filter(({ at, seq }) => (card === undefined ? at < young : seq <= card.seq));
  if (done.length > 0)
    await writeRows({ put: (row) => deps.views.replace(row) }, await everyRow(deps, stream, done));
  const last = commits.at(-1)?.seq ?? 0;
  if (last > done.length) await deps.arrears.put({ stream, seq: last });
};

/** Takes away what the log does not give: rows of views that are no more, and rows that are ahead of a log put back. */
const weed = async (
  { views, ...deps }: Rebuilding,
  stream: StreamId,
  heads: readonly RowHead[],
): Promise<number> => {
  const commits = await deps.store.load(stream);
  const rows = isDispatched(stream) && commits.length > 0 ? await everyRow(deps, stream, commits) : [];
  const given = new Map<string, number>(rows.map(({ view, seq }) => [view, seq]));
  const foreign = heads.filter(({ view, seq }) => (given.get(view) ?? 0) < seq);
  for (const head of foreign) await views.remove(head);
  return foreign.length;
};

type Rows = Extract<RebuildPlace, { walk: "rows" }>;
type Feed = Extract<RebuildPlace, { walk: "feed" }>;

const weedPage = async (deps: Rebuilding, { after: from, ...place }: Rows): Promise<RebuiltPart> => {
  const { rows, next } = await deps.views.rows(from);
  let removed = 0;
  const streams = Map.groupBy(rows, ({ aggregate }) => aggregate);
  await atOnce(AT_ONCE, [...streams], async ([stream, heads]) => {
    const gone = await weed(deps, stream, heads);
    removed += gone;
  });
  const { since, until } = place;
  const then: RebuildPlace =
    next === undefined ? { walk: "feed", hour: hourOf(since), shard: 0, until } : { ...place, after: next };
  return { removed, restored: 0, next: then };
};

/** The shard, or the hour, after this one; undefined past `until`, and an hour more for clocks that are ahead. */
const onward = ({ hour, shard, until }: Feed): RebuildPlace | undefined => {
  if (shard + 1 < FEED_SHARDS) return { walk: "feed", hour, shard: shard + 1, until };
  const following = hourAfter(hour);
  return following > hourOf(later(until, HOUR))
    ? undefined
    : { walk: "feed", hour: following, shard: 0, until };
};

/** A stream stands in the feed once per commit; it is restored where its first one stands, and so once. */
const restorePage = async (deps: Rebuilding, place: Feed): Promise<RebuiltPart> => {
  const page = await deps.store.feed(place, place.after);
  const begun = page.entries.filter(({ seq }) => seq === 1).map(({ stream }) => stream);
  await atOnce(AT_ONCE, begun, (stream) => restore(deps, stream));
  const next = page.next === undefined ? onward(place) : { ...place, after: page.next };
  return { removed: 0, restored: begun.length, ...(next === undefined ? {} : { next }) };
};

/** Where a rebuild begins: with `since`, or where the log is taken to begin. */
export const beginRebuild = async (
  { marks, clock }: { readonly marks: Pick<Marks, "get">; readonly clock: LegalClock },
  since?: Instant,
): Promise<RebuildPlace> => {
  const until = clock.now();
  return { walk: "rows", since: since ?? (await marks.get(BEGUN)) ?? firstLook(until), until };
};

/**
 * Makes the views again from the log while the window is open: takes away what the log does not give, then writes every row
 * as it gives it, of the streams that begin at `since` or later. Goes on from `place` until `isTime`, and says where the
 * next part begins. A part that was cut off is done again, and several at once do the same work: nothing newer is ever
 * overwritten, and no effect is run.
 */
export const rebuild = async (
  deps: Rebuilding,
  place: RebuildPlace,
  isTime: () => boolean = () => false,
): Promise<RebuiltPart> => {
  let [removed, restored] = [0, 0];
  let next: RebuildPlace | undefined = place;
  while (next !== undefined) {
    const part: RebuiltPart =
      next.walk === "rows" ? await weedPage(deps, next) : await restorePage(deps, next);
    removed += part.removed;
    restored += part.restored;
    next = part.next;
    if (isTime()) break;
  }
  return { removed, restored, ...(next === undefined ? {} : { next }) };
};
