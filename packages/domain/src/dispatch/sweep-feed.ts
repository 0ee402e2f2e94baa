import { FEED_SHARDS } from "../feed.ts";
import type { StreamId } from "../id.ts";
import { HOUR, Instant, later } from "../instant.ts";
import type { Arrear, Arrears } from "../port/arrears.ts";
import type { FeedBucket } from "../port/event-store.ts";
import type { Marks } from "../port/marks.ts";
import type { Views } from "../port/views.ts";
import { allDone } from "./all-done.ts";
import { atOnce } from "./at-once.ts";
import type { Dispatching } from "./dispatch.ts";
import { dispatch, isDispatched } from "./dispatch.ts";
import { hoursBetween, pagesOf, type InFeed } from "./streams-in-feed.ts";

export interface Sweeping extends Dispatching {
  readonly views: Pick<Views, "put" | "get" | "list" | "seqs">;
  readonly marks: Marks;
  readonly arrears: Arrears;
}

export interface NotDispatched {
  readonly stream: StreamId;
  readonly fault: unknown;
}

export interface SweptFeed {
  /** Streams that were behind. */
  readonly found: number;
  readonly failed: readonly NotDispatched[];
}

/** Every shard has a mark of its own, so one that is slow or cannot be read holds up no other. */
export const markOf = (shard: number): string => `feed-swept-${String(shard)}`;

/** How long a new table is taken to be older than its first mark. */
const FIRST_LOOK = 48 * HOUR;

/** Clocks of writers differ a little, and an index is a little behind: the last hour is always looked at again. */
const OVERLAP = HOUR;

/** Streams that one shard dispatches at the same time: with the eight of them 32. */
const WIDTH = 4;

/** Streams in arrears that are tried at the same time, beside the shards. */
const RETRIES = 16;

/**
 * As many are tried again within the 290 seconds of a run when each takes nine. Where more fail it is not they that are
 * broken but what all of them need, and then marks wait for that.
 */
const MOST_OWED = 500;

interface Run {
  readonly deps: Sweeping;
  readonly now: Instant;
  /** What is in arrears, as far as this run knows. */
  readonly owed: Map<StreamId, number>;
  readonly failed: NotDispatched[];
  found: number;
}

const isDone = async ({ deps, failed }: Run, stream: StreamId): Promise<boolean> => {
  try {
    await dispatch(deps, stream);
    return true;
  } catch (fault) {
    failed.push({ stream, fault });
    return false;
  }
};

/** A newer commit raises the number, so that whoever has just dispatched the older ones does not take the row away. */
const keep = async ({ deps, owed }: Run, arrear: Arrear): Promise<boolean> => {
  const known = owed.get(arrear.stream);
  if (known === undefined && owed.size >= MOST_OWED) return false;
  if (known !== undefined && known >= arrear.seq) return true;
  owed.set(arrear.stream, arrear.seq);
  await deps.arrears.put(arrear);
  return true;
};

const retry = async (run: Run): Promise<void> => {
  const arrears = Array.from(run.owed, ([stream, seq]) => ({ stream, seq }));
  run.found += arrears.length;
  await atOnce(RETRIES, arrears, async (arrear) => {
    if (await isDone(run, arrear.stream)) await run.deps.arrears.remove(arrear);
  });
};

/** Dispatches a stream, or sees to it that it is in arrears; false when neither was possible. */
const bring = async (run: Run, behind: InFeed): Promise<boolean> => {
  if (!run.owed.has(behind.stream)) {
    run.found += 1;
    if (await isDone(run, behind.stream)) return true;
  }
  return keep(run, behind);
};

/** Whether everything in the bucket is dispatched or in arrears by now. */
const sweepBucket = async (run: Run, bucket: FeedBucket): Promise<boolean> => {
  const { store, views } = run.deps;
  const seen = new Map<StreamId, number>();
  let isSwept = true;
  for await (const page of pagesOf(store, bucket)) {
    const fresh = page.filter(({ stream, seq }) => isDispatched(stream) && seq > (seen.get(stream) ?? 0));
    if (fresh.length === 0) continue;
    const done = await views.seqs(
      "card",
      fresh.map(({ stream }) => stream),
    );
    for (const { stream, seq } of fresh) seen.set(stream, Math.max(seq, done.get(stream) ?? 0));
    const behind = fresh.filter(({ stream, seq }) => (done.get(stream) ?? 0) < seq);
    await atOnce(WIDTH, behind, async (each) => {
      if (!(await bring(run, each))) isSwept = false;
    });
  }
  return isSwept;
};

const SHARDS = Array.from({ length: FEED_SHARDS }, (_, shard) => shard);

/**
 * Where the sweep before ended, shard by shard. No shard is swept before each of them has a mark: the first sweep notes
 * where it begins, and a shard that it did not come to begins where the others did, so its failures lose nothing either.
 */
const beginnings = async ({ deps: { marks }, now }: Run): Promise<readonly Instant[]> => {
  const known = await Promise.all(SHARDS.map((shard) => marks.get(markOf(shard))));
  const marked = known.filter((mark) => mark !== undefined);
  const first = Instant.parse(Math.min(later(now, -Math.min(now, FIRST_LOOK)), ...marked));
  const begin = async (mark: Instant | undefined, shard: number): Promise<Instant> => {
    if (mark === undefined) await marks.put(markOf(shard), first);
    return mark ?? first;
  };
  return Promise.all(known.map(begin));
};

const sweepShard = async (run: Run, from: Instant, shard: number): Promise<void> => {
  const settled = later(run.now, -Math.min(run.now, OVERLAP));
  let swept = from;
  let isHeld = false;
  for (const { hour, ends } of hoursBetween(from, run.now)) {
    if (!(await sweepBucket(run, { hour, shard }))) isHeld = true;
    const until = Instant.parse(Math.min(ends, settled));
    if (isHeld || until <= swept) continue;
    await run.deps.marks.put(markOf(shard), until);
    swept = until;
  }
};

/**
 * Finds commits that no change stream brought, and dispatches them; what is in arrears is begun with. Each shard's mark
 * moves hour by hour over what was dispatched or put into arrears before, so an outage of any length loses nothing, a
 * sweep that is cut off anywhere goes on where it was, and a stream that fails for good keeps nobody waiting but itself.
 */
export const sweepFeed = async (deps: Sweeping): Promise<SweptFeed> => {
  const now = deps.clock.now();
  const arrears = await deps.arrears.list();
  const owed = new Map(arrears.map(({ stream, seq }) => [stream, seq]));
  const run: Run = { deps, now, owed, failed: [], found: 0 };
  const shards = async (): Promise<void> => {
    const from = await beginnings(run);
    await allDone(from.map((mark, shard) => sweepShard(run, mark, shard)));
  };
  await allDone([retry(run), shards()]);
  return { found: run.found, failed: run.failed };
};
