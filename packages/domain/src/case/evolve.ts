import type { Context } from "../decider.ts";
import type { ReferralId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { Case, CaseDecision, CaseState, Referral } from "./case.ts";
import type { CaseEvent, Signer } from "./event.ts";
import { evolveDuty, unheld } from "./evolve-duty.ts";
import { withWord } from "./verified.ts";

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
    reached: [],
    changes: 0,
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
      superseded: false,
      secondAnswers: 0,
    })),
  ],
});

const decided = (
  { type: _, ...decision }: Extract<CaseEvent, { type: "case.decided.v1" }>,
  at: Instant,
): CaseDecision => ({ at, ...decision });

/** The promise of an answer on the spot was one for what can be verified; with commitments it is decided when they are signed. */
const committing = (state: Case, signers: readonly Signer[], askedAt: Instant): Case => {
  const { promised: _, warnAt: __, ...rest } = state;
  return { ...rest, commitment: { asked: signers, open: signers, askedAt } };
};

const signed = (state: Case, signers: readonly Signer[]): Case =>
  state.commitment === undefined
    ? state
    : {
        ...state,
        commitment: {
          ...state.commitment,
          open: state.commitment.open.filter((signer) => !signers.includes(signer)),
        },
      };

const changed = (
  state: Case,
  event: Extract<CaseEvent, { type: "case.kind-changed.v1" }>,
  at: Instant,
): Case => {
  const {
    promised: _,
    legal: __,
    warnAt: ___,
    warnedAt: ____,
    overdueAt: _____,
    watched: ______,
    ...rest
  } = state;
  const { type: _type, from, reason, superseded, ...way } = event;
  const next = superseded === undefined ? state.roundsClosed : superseded + 1;
  return {
    ...rest,
    ...way,
    roundsClosed: next,
    firstRound: next,
    changes: state.changes + 1,
    changed: { at, from, reason },
    referrals: state.referrals.map((asked) => ({
      ...asked,
      superseded: asked.superseded || asked.answer === undefined,
    })),
  };
};

const resumed = (state: Case): Case => {
  const { stuck: _, ...rest } = state;
  return rest;
};

/** Folds one event into a case. Every stream begins with its opening. */
export const evolve = (state: CaseState, event: CaseEvent, { at, seq }: Context): CaseState => {
  if (event.type === "case.opened.v1") return open(event);
  if (state === undefined) return undefined;
  switch (event.type) {
    case "case.accepted.v1": {
      const { type: _, ...terms } = event;
      // Accepted with its opening it was accepted at receipt, however long the dispatch took.
      return { ...state, phase: "running", acceptedAt: seq === 1 ? state.receivedAt : at, ...terms };
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
      return { ...unheld(resumed(state)), phase: "decided", decision: decided(event, at) };
    case "case.commitment-asked.v1":
      return committing(state, event.signers, at);
    case "case.commitment-signed.v1":
      return signed(state, event.signers);
    case "case.followed.v1":
      return { ...state, followedBy: event.by };
    case "case.kind-changed.v1":
      return changed(state, event, at);
    case "case.warned.v1":
      return { ...state, warnedAt: at };
    case "case.overdue.v1":
      return { ...state, overdueAt: at };
    case "case.checkpoint-reached.v1":
    case "case.explanation-owed.v1":
    case "case.delay-explained.v1":
    case "case.decision-held.v1":
      return evolveDuty(state, event, at);
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
      return { ...unheld(resumed(state)), phase: "withdrawn" };
    case "case.erased.v1":
      return { ...state, erased: true };
  }
};
