import type { Context, Decision } from "../decider.ts";
import type { Item } from "../item/item.ts";
import type { Round } from "../item/way.ts";
import { wayOf } from "../item/way-of.ts";
import type { Case, Referral } from "./case.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { CaseEvent } from "./event.ts";
import { watch } from "./checkpoint.ts";
import { conclude } from "./conclude.ts";
import { isLate, term } from "./terms.ts";
import { referralId } from "./referral-id.ts";

type Answer = Decision<CaseEvent, CaseRefusal>;

export const referralsOf = (state: Case, round: number): readonly Referral[] =>
  state.referrals.filter((asked) => asked.round === round);

/** The steps of a round; none when the way has no such round. Rounds are counted on when a case changes its way. */
const stepsOf = (state: Case, item: Item, round: number): Round =>
  wayOf(item, state).rounds[round - state.firstRound] ?? [];

/** The round that is open or comes next; undefined when nothing is to be asked any more. */
export const nextRound = (state: Case, item: Item): number | undefined =>
  state.phase === "running" && state.held === undefined && stepsOf(state, item, state.roundsClosed).length > 0
    ? state.roundsClosed
    : undefined;

/** Asks every department of a round at once. A round that is open, closed or not yet its turn is left alone. */
export const openRound = (
  state: Case,
  { round, item, calendar }: Extract<CaseCommand, { type: "open-round" }>,
  { at }: Context,
): Answer => {
  if (nextRound(state, item) !== round) return { events: [] };
  const resumed = state.stuck === undefined ? [] : [{ type: "case.resumed.v1" as const, round }];
  if (referralsOf(state, round).length > 0) return { events: resumed };
  const referrals = stepsOf(state, item, round).map((step, index) => {
    const until = term(calendar, at, step.limit);
    return {
      referral: referralId(state.case, round, index),
      step: step.id,
      department: step.department,
      term: until,
      watched: [...watch({ item, calendar, from: at }, "step", until)],
    };
  });
  return { events: [...resumed, { type: "case.round-opened.v1", round, referrals }] };
};

/** What follows once the last answer of the open round is in: the next round, or the decision. */
export const closeRound = (
  state: Case,
  item: Item,
  last: Pick<Referral, "referral" | "round"> & {
    readonly outcome: "agree" | "refuse";
    readonly reasons: readonly string[];
  },
  { at }: Context,
): readonly CaseEvent[] => {
  const answers = referralsOf(state, last.round).map((asked) =>
    asked.referral === last.referral ? last : asked.answer,
  );
  if (state.phase !== "running" || last.round !== state.roundsClosed || answers.includes(undefined))
    return [];
  const closed: CaseEvent = { type: "case.round-closed.v1", round: last.round };
  const refused = answers.flatMap((given) => (given?.outcome === "refuse" ? given.reasons : []));
  const objected = answers.some((given) => given?.outcome === "refuse");
  if (!objected && stepsOf(state, item, last.round + 1).length > 0) return [closed];
  const reasons = item.reasons.map(({ code }) => code).filter((code) => refused.includes(code));
  const decided = {
    type: "case.decided.v1",
    decision: objected ? "refused" : "granted",
    reasons,
    late: isLate(state, at),
  } as const;
  return [closed, ...conclude(state, item, decided, at)];
};
