import type { Decider, Decision } from "../decider.ts";
import { readOnce, refuse } from "../decider.ts";
import type { NoticeCommand, NoticeRefusal } from "./command.ts";
import { NoticeEvent } from "./event.ts";
import type { Notice, NoticeState } from "./notice.ts";
import { evolve, isToBeCalled, wayInUse } from "./notice.ts";
import { MOST_ATTEMPTS } from "./schedule.ts";

type Answer = Decision<NoticeEvent, NoticeRefusal>;
type Command<Type> = Extract<NoticeCommand, { type: Type }>;

const NOTHING: Answer = { events: [] };

const open = ({ type: _, notice, about, cause, ...told }: Command<"open">): Answer => {
  const { case: subject, application, owner, number, item, version, window } = about;
  const of = { case: subject, application, owner, number, item, version, window };
  const opened: NoticeEvent = { type: "notice.opened.v1", notice, ...of, ...told, ways: [...told.ways] };
  return { events: told.ways.length > 0 ? [opened] : [opened, { type: "notice.failed.v1", cause }] };
};

/** The next way is tried; after the last one the window calls. */
const overOnThisWay = (state: Notice, attempt: number, cause: string): Answer => {
  const way = wayInUse(state);
  if (way === undefined) return NOTHING;
  const over: NoticeEvent = { type: "notice.turned-down.v1", channel: way.channel, attempt, cause };
  const isLast = state.waysOver + 1 === state.ways.length;
  return { events: isLast ? [over, { type: "notice.failed.v1", cause }] : [over] };
};

/** Only the attempt that is waited for counts: whoever comes second with it changes nothing. */
const record = (state: Notice, { channel, attempt, told }: Command<"record">): Answer => {
  const isAwaited = state.phase === "queued" && attempt === state.attempts + 1;
  if (!isAwaited || wayInUse(state)?.channel !== channel) return NOTHING;
  switch (told.kind) {
    case "taken":
      return { events: [{ type: "notice.sent.v1", channel, attempt }] };
    case "put-off":
      return state.attemptsOnWay + 1 < MOST_ATTEMPTS
        ? { events: [{ type: "notice.put-off.v1", channel, attempt, cause: told.cause }] }
        : overOnThisWay(state, attempt, told.cause);
    case "turned-down":
      return overOnThisWay(state, attempt, told.cause);
  }
};

/**
 * Reports come doubled and out of order, also before the gateway's own answer is committed here. That it has arrived is
 * the last word; that it has not counts only while it is on that way.
 */
const report = (state: Notice, { outcome, cause }: Command<"report">): Answer => {
  if (!state.ways.some(({ channel }) => channel === "sms")) return refuse({ code: "no-such-notice" });
  if (state.phase === "delivered") return NOTHING;
  if (outcome === "delivered") return { events: [{ type: "notice.delivered.v1", channel: "sms" }] };
  if (state.phase === "failed" || wayInUse(state)?.channel !== "sms") return NOTHING;
  const attempt = state.phase === "sent" ? state.attempts : state.attempts + 1;
  return overOnThisWay(state, attempt, cause);
};

const giveUpWaiting = (state: Notice, { attempt }: Command<"give-up-waiting">): Answer =>
  state.phase === "sent" && state.sent?.channel === "sms" && state.attempts === attempt
    ? overOnThisWay(state, attempt, "no-report")
    : NOTHING;

const noteCall = (state: Notice, { outcome }: Command<"note-call">): Answer =>
  isToBeCalled(state)
    ? { events: [{ type: "notice.called.v1", outcome }] }
    : refuse({ code: "not-on-the-list" });

const decide = (state: NoticeState, command: NoticeCommand): Answer => {
  if (command.type === "open") return state === undefined ? open(command) : NOTHING;
  if (state === undefined || (state.erased && command.type !== "erase"))
    return refuse({ code: "no-such-notice" });
  switch (command.type) {
    case "record":
      return record(state, command);
    case "report":
      return report(state, command);
    case "give-up-waiting":
      return giveUpWaiting(state, command);
    case "note-call":
      return noteCall(state, command);
    case "erase":
      return { events: state.erased ? [] : [{ type: "notice.erased.v1" }] };
  }
};

export const noticeDecider: Decider<NoticeState, NoticeCommand, NoticeEvent, NoticeRefusal> = {
  initial: undefined,
  decide,
  evolve,
  read: readOnce((event) => NoticeEvent.parse(event)),
  folded: new WeakMap(),
};
