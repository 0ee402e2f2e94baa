import type * as Wire from "@window/contract/wire/case.ts";
import { pinned } from "@window/domain/act/own.ts";
import type { Case, CaseState, Referral } from "@window/domain/case/case.ts";
import type { ResultId } from "@window/domain/id.ts";
import { toIso } from "@window/domain/instant.ts";
import type { Item, Reason } from "@window/domain/item/item.ts";
import type { Step } from "@window/domain/item/step.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import { momentOr, showTerm } from "./term.ts";

type Named = Wire.Case["referrals"][number]["department"];

const named = (offer: Offer, id: DepartmentId): Named => ({
  id,
  name: offer.department(id)?.name ?? { zh: id, en: id },
});

const withTexts = (item: Item, codes: readonly string[]): Reason[] =>
  item.reasons.filter(({ code }) => codes.includes(code));

/** The step a referral asks; a version once given is given for ever, so it is there. */
export const stepOf = (item: Item, asked: Pick<Referral, "step">): Step => {
  const step = item.rounds.flat().find(({ id }) => id === asked.step);
  if (step === undefined) throw new Error(`${item.id} has lost its step ${asked.step}`);
  return step;
};

const turnOf = (offer: Offer, { phase, referrals }: Case): Wire.Case["turn"] => {
  if (phase === "decided" || phase === "withdrawn") return { of: "nobody" };
  const open = referrals.filter(({ answer }) => answer === undefined);
  if (open.length === 0) return { of: "window" };
  return { of: "departments", departments: open.map(({ department }) => named(offer, department)) };
};

const showReferral = (offer: Offer, item: Item, asked: Referral): Wire.Case["referrals"][number] => {
  const { answer } = asked;
  const step = stepOf(item, asked);
  return {
    referral: asked.referral,
    round: asked.round,
    step: asked.step,
    department: named(offer, asked.department),
    question: step.question,
    openedAt: toIso(asked.openedAt),
    term: showTerm(asked.term, step.limit),
    acknowledgedAt: momentOr(asked.acknowledgedAt),
    undelivered: asked.undelivered,
    answer:
      answer === undefined
        ? null
        : {
            at: toIso(answer.at),
            standing: answer.standing,
            outcome: answer.outcome,
            reasons: withTexts(item, answer.reasons),
          },
    secondAnswers: asked.secondAnswers,
  };
};

/** How far a case is, without anything that tells about the person. */
export const showProgress = async (catalogue: Catalogue, state: Case): Promise<Wire.Progress> =>
  progressOf(await pinned(catalogue, state), await catalogue.current(), state);

const progressOf = (item: Item, offer: Offer, state: Case): Wire.Progress => {
  return {
    number: state.number,
    itemName: item.name,
    window: state.window,
    phase: state.phase,
    receivedAt: toIso(state.receivedAt),
    promised: state.promised === undefined ? null : showTerm(state.promised, item.limits.promised),
    overdueAt: momentOr(state.overdueAt),
    turn: turnOf(offer, state),
    decision: state.decision?.decision ?? null,
  };
};

/** A case as its owner reads it. */
export const showCase = async (
  catalogue: Catalogue,
  state: Case,
  result: ResultId | null,
): Promise<Wire.Case> => {
  const item = await pinned(catalogue, state);
  const offer = await catalogue.current();
  const { decision } = state;
  const legal = item.limits.legal;
  return {
    ...progressOf(item, offer, state),
    case: state.case,
    application: state.application,
    item: state.item,
    version: state.version,
    acceptedAt: momentOr(state.acceptedAt),
    legal: state.legal === undefined || legal === null ? null : showTerm(state.legal, legal),
    warnAt: momentOr(state.warnAt),
    warnedAt: momentOr(state.warnedAt),
    stuck: state.phase === "running" && state.stuck !== undefined,
    referrals: state.referrals.map((asked) => showReferral(offer, item, asked)),
    decision:
      decision === undefined
        ? null
        : {
            at: toIso(decision.at),
            decision: decision.decision,
            reasons: withTexts(item, decision.reasons),
            late: decision.late,
          },
    result,
    remedies: item.remedies,
  };
};

/** A stuck case as operators read it. */
export const showStuck = (state: CaseState): Wire.StuckCase => {
  if (state?.stuck === undefined) throw new Error("a case was resumed and is not stuck");
  const { round, cause, at, resumptionAskedAt } = state.stuck;
  return {
    case: state.case,
    number: state.number,
    item: state.item,
    window: state.window,
    receivedAt: toIso(state.receivedAt),
    round,
    cause,
    stuckAt: toIso(at),
    resumptionAskedAt: momentOr(resumptionAskedAt),
  };
};
