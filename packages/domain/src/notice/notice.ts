import type { Context } from "../decider.ts";
import type { ApplicationId, ActorId, CaseId, CaseNumber, NoticeId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { ItemId } from "../item/item-id.ts";
import type { WindowId } from "../place/window.ts";
import type { Language } from "../text.ts";
import type { Addressee, NoticeEvent, NoticeWay } from "./event.ts";
import type { CallOutcome, Channel, Occasion } from "./occasion.ts";

/** What one person is told on one occasion 送达, and what came of it. */
export interface Notice {
  readonly notice: NoticeId;
  readonly case: CaseId;
  readonly application: ApplicationId;
  readonly owner: ActorId;
  readonly number: CaseNumber;
  readonly item: ItemId;
  readonly version: number;
  readonly window: WindowId;
  readonly occasion: Occasion;
  readonly who: Addressee;
  readonly language?: Language;
  readonly ways: readonly NoticeWay[];
  readonly openedAt: Instant;
  /** `queued` until a way has taken it; a mail that was taken stays `sent`, because mail reports no arrival. */
  readonly phase: "queued" | "sent" | "delivered" | "failed";
  /** Ways that are over; the one at this place is in use. */
  readonly waysOver: number;
  /** Attempts so far over all ways, and on the way in use. */
  readonly attempts: number;
  readonly attemptsOnWay: number;
  readonly sent?: { readonly at: Instant; readonly channel: Channel };
  readonly deliveredAt?: Instant;
  readonly failed?: { readonly at: Instant; readonly cause: string };
  readonly calls: readonly { readonly at: Instant; readonly outcome: CallOutcome }[];
  readonly erased: boolean;
}

export type NoticeState = Notice | undefined;

/** The way in use; undefined when all are over. */
export const wayInUse = ({ ways, waysOver }: Notice): NoticeWay | undefined => ways[waysOver];

/** Whether people have yet to call: a call that reached nobody leaves it open. */
export const isToBeCalled = ({ phase, calls, erased }: Notice): boolean =>
  !erased && phase === "failed" && calls.every(({ outcome }) => outcome === "not-reached");

const tried = (state: Notice): Notice => ({
  ...state,
  attempts: state.attempts + 1,
  attemptsOnWay: state.attemptsOnWay + 1,
});

/** An attempt that was taken and comes back is the same attempt. */
const turnedDown = (state: Notice, attempt: number): Notice => {
  const { sent: _, ...rest } = state;
  return {
    ...rest,
    phase: "queued",
    attempts: Math.max(state.attempts, attempt),
    attemptsOnWay: 0,
    waysOver: state.waysOver + 1,
  };
};

/** Folds one event into a notice. Every stream begins with its opening. */
export const evolve = (state: NoticeState, event: NoticeEvent, { at }: Context): NoticeState => {
  if (event.type === "notice.opened.v1") {
    const { type: _, ...told } = event;
    const none = { waysOver: 0, attempts: 0, attemptsOnWay: 0, calls: [] };
    return { ...told, openedAt: at, phase: "queued", ...none, erased: false };
  }
  if (state === undefined) return undefined;
  switch (event.type) {
    case "notice.sent.v1":
      return { ...tried(state), phase: "sent", sent: { at, channel: event.channel } };
    case "notice.put-off.v1":
      return tried(state);
    case "notice.turned-down.v1":
      return turnedDown(state, event.attempt);
    case "notice.delivered.v1": {
      const { failed: _, ...rest } = state;
      const sent = state.sent?.channel === event.channel ? state.sent : { at, channel: event.channel };
      return { ...rest, phase: "delivered", sent, deliveredAt: at };
    }
    case "notice.failed.v1":
      return { ...state, phase: "failed", failed: { at, cause: event.cause } };
    case "notice.called.v1":
      return { ...state, calls: [...state.calls, { at, outcome: event.outcome }] };
    case "notice.erased.v1":
      return { ...state, erased: true };
  }
};
