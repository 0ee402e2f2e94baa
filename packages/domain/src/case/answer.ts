import type { Context, Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { Instant } from "../instant.ts";
import type { Case, Referral } from "./case.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { CaseEvent, Standing } from "./event.ts";
import { reasonFault } from "./reason-fault.ts";
import { closeRound } from "./round.ts";

type Answer = Decision<CaseEvent, CaseRefusal>;
type Command<Type> = Extract<CaseCommand, { type: Type }>;

/** A referral of another department is, for whoever asks, one that does not exist. */
const asked = (state: Case, { referral, department }: Pick<Command<"answer">, "referral" | "department">) =>
  state.referrals.find((known) => known.referral === referral && known.department === department);

/** 签收: the department has it. Saying so again, or after the answer, changes nothing. */
export const acknowledge = (state: Case, command: Command<"acknowledge">): Answer => {
  const known = asked(state, command);
  if (known === undefined) return refuse({ code: "no-such-referral" });
  const over = known.acknowledgedAt !== undefined || known.answer !== undefined;
  return { events: over ? [] : [{ type: "case.referral-acknowledged.v1", referral: command.referral }] };
};

const standing = (state: Case, known: Referral, at: Instant): Standing => {
  if (state.phase !== "running" || known.superseded) return "after-close";
  return at < known.term.due ? "in-time" : "late";
};

/**
 * Exactly one final answer per referral. A second one is kept where people see it and counts for nothing;
 * a late one counts and is marked; one after the end is kept. Nothing is dropped.
 */
export const answer = (state: Case, command: Command<"answer">, context: Context): Answer => {
  const known = asked(state, command);
  if (known === undefined) return refuse({ code: "no-such-referral" });
  const { referral, outcome, opinion, item } = command;
  const reasons = item.reasons.map(({ code }) => code).filter((code) => command.reasons.includes(code));
  const given = { referral, outcome, reasons, ...(opinion === undefined ? {} : { opinion }) };
  // Before anything else: a department that changes its mind is in conflict with itself, whatever reasons it names.
  if (known.answer !== undefined) return { events: [{ type: "case.second-answer-kept.v1", ...given }] };
  const refusal = reasonFault(item, { refuses: outcome === "refuse", reasons: command.reasons });
  if (refusal !== undefined) return refuse(refusal);
  return {
    events: [
      { type: "case.answered.v1", standing: standing(state, known, context.at), ...given },
      ...closeRound(state, command.item, { referral, round: known.round, outcome, reasons }, context),
    ],
  };
};
