import type * as Wire from "@window/contract/wire/case.ts";
import { pinned } from "@window/domain/act/own.ts";
import type { Case, CaseState, Referral } from "@window/domain/case/case.ts";
import type { ResultId } from "@window/domain/id.ts";
import { toIso } from "@window/domain/instant.ts";
import type { Item, Reason } from "@window/domain/item/item.ts";
import { stepOf, wayOf } from "@window/domain/item/way-of.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import { showReached } from "./delay.ts";
import { named, progressOf } from "./progress.ts";
import { momentOr, showTerm } from "./term.ts";
import { showVerification } from "./verification.ts";

const withTexts = (item: Item, codes: readonly string[]): Reason[] =>
  item.reasons.filter(({ code }) => codes.includes(code));

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
    superseded: asked.superseded,
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

const sequelOf = ({ sequel }: Item, { decision, followedBy }: Case): Wire.Case["sequel"] =>
  sequel === undefined || decision?.decision !== "granted" ? null : { ...sequel, case: followedBy ?? null };

/** A case as its owner reads it. */
export const showCase = async (
  catalogue: Catalogue,
  state: Case,
  result: ResultId | null,
  isWaiting = false,
): Promise<Wire.Case> => {
  const item = await pinned(catalogue, state);
  const offer = await catalogue.current();
  const { decision } = state;
  const remedy = item.remedies[decision?.decision ?? "refused"];
  const { legal } = wayOf(item, state).limits;
  return {
    ...progressOf(item, offer, state, isWaiting),
    case: state.case,
    application: state.application,
    item: state.item,
    version: state.version,
    acceptedAt: momentOr(state.acceptedAt),
    legal: state.legal === undefined || legal === null ? null : showTerm(state.legal, legal),
    warnAt: momentOr(state.warnAt),
    warnedAt: momentOr(state.warnedAt),
    cards: state.reached.map(showReached),
    stuck: state.phase === "running" && state.stuck !== undefined,
    referrals: state.referrals.map((asked) => showReferral(offer, item, asked)),
    verifications: state.verifications.map((verified) => showVerification(item, verified)),
    decision:
      decision === undefined
        ? null
        : {
            at: toIso(decision.at),
            decision: decision.decision,
            reasons: withTexts(item, decision.reasons),
            late: decision.late,
            basis: decision.basis ?? null,
            checkBy:
              decision.checkBy === undefined || item.commitment === undefined
                ? null
                : showTerm(decision.checkBy, item.commitment.check),
          },
    sequel: sequelOf(item, state),
    changed: state.changed === undefined ? null : { at: toIso(state.changed.at), from: state.changed.from },
    result,
    remedies: remedy.text,
    final: remedy.final,
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
