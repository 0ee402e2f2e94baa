import { beginningOf, hourAfter } from "../feed.ts";
import type { StreamId } from "../id.ts";
import type { Instant } from "../instant.ts";
import { HOUR, later } from "../instant.ts";
import type { Marks } from "../port/marks.ts";
import type { Dispatching } from "./dispatch.ts";
import { dispatch, isDispatched } from "./dispatch.ts";
import { hoursBetween, streamsOf } from "./streams-in-feed.ts";

export interface Sweeping extends Dispatching {
  readonly marks: Marks;
}

const MARK = "feed-swept";

/** How long a new table is taken to be older than its first mark. */
const FIRST_LOOK = 48 * HOUR;

/** Clocks of writers differ a little, and an index is a little behind: the last hour is always looked at again. */
const OVERLAP = HOUR;

const isBehind = async (deps: Sweeping, stream: StreamId, seq: number): Promise<boolean> =>
  isDispatched(stream) && ((await deps.views.get("card", stream))?.seq ?? 0) < seq;

/** Where the sweep before ended. The first one notes where it begins, so that its failures lose nothing either. */
const begin = async ({ marks }: Sweeping, now: Instant): Promise<Instant> => {
  const mark = await marks.get(MARK);
  if (mark !== undefined) return mark;
  const first = later(now, -Math.min(now, FIRST_LOOK));
  await marks.put(MARK, first);
  return first;
};

/**
 * Finds commits that no change stream brought, and dispatches them. The mark moves hour by hour and only over what was
 * dispatched, so an outage of any length loses nothing and a sweep that breaks off goes on where it was; a stream that
 * fails does not stop the others and is looked at again next time. Returns how many streams were found behind, and the
 * ids of those that failed.
 */
export const sweepFeed = async (deps: Sweeping): Promise<{ found: number; failed: readonly StreamId[] }> => {
  const now = deps.clock.now();
  const from = await begin(deps, now);
  const failed: StreamId[] = [];
  let found = 0;
  let swept = from;
  const settled = later(now, -OVERLAP);
  for (const hour of hoursBetween(from, now)) {
    for await (const { stream, seq } of streamsOf(deps.store, hour)) {
      if (!(await isBehind(deps, stream, seq))) continue;
      found += 1;
      await dispatch(deps, stream).catch(() => failed.push(stream));
    }
    const ended = beginningOf(hourAfter(hour));
    const until = ended < settled ? ended : settled;
    if (failed.length > 0 || until <= swept) continue;
    await deps.marks.put(MARK, until);
    swept = until;
  }
  return { found, failed };
};
