import { application } from "../application/decide.ts";
import { hourOf, type FeedHour } from "../feed.ts";
import type { ApplicationId, OpeningId, StreamId } from "../id.ts";
import type { Instant } from "../instant.ts";
import { openingDecider } from "../opening/opening.ts";
import { current } from "../perform.ts";
import type { EventStore } from "../port/event-store.ts";
import { isOver } from "./is-over.ts";
import { keptUntil, type RunPeriod } from "./period.ts";

/**
 * How a stream found in an hour of the log stands to a period. Every change of it stands in the feed, but it is due, held
 * or ended only where its last one stands; everywhere else it is `none`, and so it is counted once.
 */
export type Standing<Id = StreamId> =
  { readonly kind: "due" | "held" | "ended"; readonly id: Id } | { readonly kind: "none" };

type Store = Pick<EventStore, "load">;

const NONE = { kind: "none" } as const;

const isApplication = (stream: StreamId): stream is ApplicationId => stream.startsWith("app_");
const isOpening = (stream: StreamId): stream is OpeningId => stream.startsWith("opn_");

export const openingStanding = async (
  store: Store,
  { kept }: RunPeriod,
  stream: StreamId,
  [hour, now]: readonly [FeedHour, Instant],
): Promise<Standing<OpeningId>> => {
  if (!isOpening(stream)) return NONE;
  const { state } = await current(store, openingDecider, stream);
  if (state === undefined || hourOf(state.at) !== hour || keptUntil(kept, state.at) > now) return NONE;
  return { kind: state.lapsed ? "ended" : "due", id: stream };
};

export const applicationStanding = async (
  store: Store,
  period: RunPeriod,
  stream: StreamId,
  [hour, now]: readonly [FeedHour, Instant],
): Promise<Standing<ApplicationId>> => {
  if (!isApplication(stream)) return NONE;
  const { state } = await current(store, application, stream);
  if (state === undefined || hourOf(state.changedAt) !== hour || !isOver(period, state, now)) return NONE;
  if (state.erased) return { kind: "ended", id: stream };
  return { kind: state.held.size === 0 ? "due" : "held", id: stream };
};
