import type { Instant } from "../instant.ts";
import { HOUR, later } from "../instant.ts";
import type { Views } from "../port/views.ts";
import type { Dispatched, Dispatching } from "./dispatch.ts";
import { dispatch, everyRow, isDispatched, writeRows } from "./dispatch.ts";
import { streamsBetween } from "./streams-in-feed.ts";

export interface Rebuilding extends Dispatching {
  readonly views: Views;
}

/** Younger commits may not have been dispatched when the views were lost, so their effects are run again. */
const YOUNG = 48 * HOUR;

const restore = async (deps: Dispatching, stream: Dispatched, now: Instant): Promise<void> => {
  const commits = await deps.store.load(stream);
  const old = commits.filter(({ at }) => at < now - YOUNG);
  await writeRows(deps.views, await everyRow(deps, stream, old));
  await dispatch(deps, stream);
};

/**
 * Throws the views away and makes them again from the log, reading the same feed as the sweep, from `since`, the
 * instant of the first commit. Returns the number of streams restored.
 */
export const rebuild = async (deps: Rebuilding, since: Instant): Promise<number> => {
  const now = deps.clock.now();
  const done = new Set<string>();
  await deps.views.clear();
  for await (const { stream } of streamsBetween(deps.store, later(since, -Math.min(since, HOUR)), now)) {
    if (done.has(stream) || !isDispatched(stream)) continue;
    done.add(stream);
    await restore(deps, stream, now);
  }
  return done.size;
};
