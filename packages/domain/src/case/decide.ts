import type { Context, Decider, Decision } from "../decider.ts";
import { readOnce, refuse } from "../decider.ts";
import { assess, sign } from "./assess.ts";
import { attend } from "./attend.ts";
import { changeKind } from "./change-kind.ts";
import { acknowledge, answer } from "./answer.ts";
import type { Case, CaseState } from "./case.ts";
import { evolve } from "./evolve.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import { CaseEvent } from "./event.ts";
import { explainDelay } from "./explain-delay.ts";
import { open } from "./open.ts";
import { reach } from "./reach.ts";
import { openRound } from "./round.ts";
import { recordVerdict } from "./verify.ts";

type Answer = Decision<CaseEvent, CaseRefusal>;
type Command<Type> = Extract<CaseCommand, { type: Type }>;

const reportUndelivered = (state: Case, { referral, attempts }: Command<"report-undelivered">): Answer => {
  const known = state.referrals.find((asked) => asked.referral === referral);
  if (known === undefined) return refuse({ code: "no-such-referral" });
  const over = known.answer !== undefined || known.undelivered;
  return { events: over ? [] : [{ type: "case.referral-undelivered.v1", referral, attempts }] };
};

/** Once per time: a round that fails again after an operator has asked to go on is stuck again. */
const reportStuck = (state: Case, { round, cause }: Command<"report-stuck">): Answer => {
  const known = state.stuck !== undefined && state.stuck.resumptionAskedAt === undefined;
  if (state.phase !== "running" || known || round !== state.roundsClosed) return { events: [] };
  return { events: [{ type: "case.stuck.v1", round, cause }] };
};

/** An operator has mended what kept the case: its machine tries the round again. */
const resume = ({ phase, stuck }: Case, { reason }: Command<"resume">): Answer => {
  if (phase !== "running" || stuck === undefined) return refuse({ code: "not-stuck" });
  if (stuck.resumptionAskedAt !== undefined) return refuse({ code: "already-resumed" });
  return { events: [{ type: "case.resumption-asked.v1", round: stuck.round, reason }] };
};

/** Free until the decision; afterwards the decision stands and the application hears of it. */
const withdraw = (state: Case): Answer => {
  if (state.phase !== "received" && state.phase !== "running") return { events: [] };
  return { events: [{ type: "case.withdrawn.v1" }] };
};

/** Follows from the erasure of its application, which waits until nobody works on any case of it. */
const erase = ({ phase, erased }: Case): Answer => ({
  events: (phase === "decided" || phase === "withdrawn") && !erased ? [{ type: "case.erased.v1" }] : [],
});

/** The first application that comes after counts; a further one changes nothing here. */
const follow = (state: Case, { by }: Command<"follow">): Answer => ({
  events: state.followedBy === undefined ? [{ type: "case.followed.v1", by }] : [],
});

const change = (state: Case, command: Exclude<CaseCommand, { type: "open" }>, context: Context): Answer => {
  switch (command.type) {
    case "open-round":
      return openRound(state, command, context);
    case "acknowledge":
      return acknowledge(state, command);
    case "answer":
      return answer(state, command, context);
    case "report-undelivered":
      return reportUndelivered(state, command);
    case "reach":
      return reach(state, command, context);
    case "record-verdict":
      return recordVerdict(state, command);
    case "report-stuck":
      return reportStuck(state, command);
    case "resume":
      return resume(state, command);
    case "assess":
      return assess(state, command, context);
    case "sign":
      return sign(state, command, context);
    case "attend":
      return attend(state, command, context);
    case "explain-delay":
      return explainDelay(state, command, context);
    case "change-kind":
      return changeKind(state, command);
    case "follow":
      return follow(state, command);
    case "withdraw":
      return withdraw(state);
    case "erase":
      return erase(state);
  }
};

const decide = (state: CaseState, command: CaseCommand, context: Context): Answer => {
  if (command.type === "open") return state === undefined ? open(command) : { events: [] };
  if (state === undefined) return refuse({ code: "no-such-case" });
  return change(state, command, context);
};

export const caseDecider: Decider<CaseState, CaseCommand, CaseEvent, CaseRefusal> = {
  initial: undefined,
  decide,
  evolve,
  read: readOnce((event) => CaseEvent.parse(event)),
  folded: new WeakMap(),
};
