import type { Context } from "../decider.ts";
import type { Sealed } from "../declared.ts";
import type { ActorId, ApplicationId, CaseId, CaseNumber, ReferralId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { ItemId, ReasonCode } from "../item/item.ts";
import type { StepId } from "../item/step.ts";
import type { DepartmentId } from "../place/department.ts";
import type { WindowId } from "../place/window.ts";
import type { AnswerOutcome, CaseEvent, Standing, Term } from "./event.ts";
import type { Ruling } from "./ruling.ts";
import type { Verified } from "./verified.ts";
import { withWord } from "./verified.ts";

export interface ReferralAnswer {
  readonly at: Instant;
  readonly standing: Standing;
  readonly outcome: AnswerOutcome;
  readonly reasons: readonly ReasonCode[];
  readonly opinion?: Sealed;
}

/** What one department is asked 转办. */
export interface Referral {
  readonly referral: ReferralId;
  readonly round: number;
  readonly step: StepId;
  readonly department: DepartmentId;
  readonly openedAt: Instant;
  readonly term: Term;
  readonly acknowledgedAt?: Instant;
  readonly undelivered: boolean;
  readonly answer?: ReferralAnswer;
  readonly secondAnswers: number;
}

export interface CaseDecision {
  readonly at: Instant;
  readonly decision: "granted" | "refused";
  readonly reasons: readonly ReasonCode[];
  readonly late: boolean;
}

/** A round that could not be opened, and whether an operator has since asked to go on. */
export interface Stuck {
  readonly round: number;
  readonly cause: string;
  readonly at: Instant;
  readonly resumptionAskedAt?: Instant;
}

/** A case 办件: one item of one application with all its referrals and its clock. */
export interface Case extends Ruling {
  readonly case: CaseId;
  readonly application: ApplicationId;
  readonly owner: ActorId;
  readonly number: CaseNumber;
  readonly item: ItemId;
  readonly version: number;
  readonly window: WindowId;
  readonly receivedAt: Instant;
  readonly phase: "received" | "running" | "decided" | "withdrawn";
  readonly acceptedAt?: Instant;
  readonly promised?: Term;
  readonly legal?: Term;
  readonly warnAt?: Instant;
  readonly warnedAt?: Instant;
  readonly overdueAt?: Instant;
  /** Rounds closed so far; the round numbered `roundsClosed` is the open one, or the next. */
  readonly roundsClosed: number;
  /** The round with which the present way began; earlier ones belong to a way that was left. */
  readonly firstRound: number;
  /** When the last of them closed. */
  readonly roundClosedAt?: Instant;
  readonly referrals: readonly Referral[];
  readonly verifications: readonly Verified[];
  readonly stuck?: Stuck;
  readonly timesStuck: number;
  readonly decision?: CaseDecision;
}

export type CaseState = Case | undefined;

const open = (event: Extract<CaseEvent, { type: "case.opened.v1" }>): Case => {
  const { type: _, ...facts } = event;
  return {
    ...facts,
    phase: "received",
    roundsClosed: 0,
    firstRound: 0,
    referrals: [],
    verifications: [],
    timesStuck: 0,
  };
};

const change = (state: Case, referral: ReferralId, update: (known: Referral) => Referral): Case => ({
  ...state,
  referrals: state.referrals.map((known) => (known.referral === referral ? update(known) : known)),
});

const answered = (
  state: Case,
  event: Extract<CaseEvent, { type: "case.answered.v1" }>,
  at: Instant,
): Case => {
  const { type: _, referral, ...answer } = event;
  return change(state, referral, (known) => ({ ...known, answer: { at, ...answer } }));
};

const opened = (
  state: Case,
  event: Extract<CaseEvent, { type: "case.round-opened.v1" }>,
  at: Instant,
): Case => ({
  ...state,
  referrals: [
    ...state.referrals,
    ...event.referrals.map((asked) => ({
      ...asked,
      round: event.round,
      openedAt: at,
      undelivered: false,
      secondAnswers: 0,
    })),
  ],
});

const decided = (
  { decision, reasons, late }: Extract<CaseEvent, { type: "case.decided.v1" }>,
  at: Instant,
): CaseDecision => ({ at, decision, reasons, late });

const resumed = (state: Case): Case => {
  const { stuck: _, ...rest } = state;
  return rest;
};

/** Folds one event into a case. Every stream begins with its opening. */
export const evolve = (state: CaseState, event: CaseEvent, { at }: Context): CaseState => {
  if (event.type === "case.opened.v1") return open(event);
  if (state === undefined) return undefined;
  switch (event.type) {
    case "case.accepted.v1": {
      const { type: _, ...terms } = event;
      return { ...state, phase: "running", acceptedAt: at, ...terms };
    }
    case "case.round-opened.v1":
      return opened(state, event, at);
    case "case.referral-acknowledged.v1":
      return change(state, event.referral, (known) => ({ ...known, acknowledgedAt: at }));
    case "case.referral-undelivered.v1":
      return change(state, event.referral, (known) => ({ ...known, undelivered: true }));
    case "case.answered.v1":
      return answered(state, event, at);
    case "case.second-answer-kept.v1":
      return change(state, event.referral, (known) => ({ ...known, secondAnswers: known.secondAnswers + 1 }));
    case "case.round-closed.v1":
      return { ...state, roundsClosed: event.round + 1, roundClosedAt: at };
    case "case.verified.v1":
    case "case.register-down.v1":
      return { ...state, verifications: withWord(state.verifications, event, at) };
    // Answers may end a case whose machine waits for an operator: then nothing is stuck any more.
    case "case.decided.v1":
      return { ...resumed(state), phase: "decided", decision: decided(event, at) };
    case "case.warned.v1":
      return { ...state, warnedAt: at };
    case "case.overdue.v1":
      return { ...state, overdueAt: at };
    case "case.stuck.v1": {
      const { round, cause } = event;
      return { ...state, stuck: { round, cause, at }, timesStuck: state.timesStuck + 1 };
    }
    case "case.resumption-asked.v1":
      return state.stuck === undefined
        ? state
        : { ...state, stuck: { ...state.stuck, resumptionAskedAt: at } };
    case "case.resumed.v1":
      return resumed(state);
    case "case.withdrawn.v1":
      return { ...resumed(state), phase: "withdrawn" };
  }
};
