import type { Application, ApplicationState } from "../application/application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "../application/command.ts";
import { application } from "../application/decide.ts";
import type { OpenedCase } from "../application/event.ts";
import { open, placeOf } from "../application/kept-answers.ts";
import { obstacle } from "../application/submission.ts";
import { claim } from "../claim/claim.ts";
import type { Request } from "../commit.ts";
import type { ApplicationId, CaseId } from "../id.ts";
import type { CreditCode } from "../identifier/credit-code.ts";
import type { Answers } from "../item/answers.ts";
import type { FieldId } from "../item/field.ts";
import type { Item } from "../item/item.ts";
import type { Prepare } from "../perform.ts";
import { always, perform } from "../perform.ts";
import type { Changed } from "./change-application.ts";
import type { Drafting, DraftRefusal } from "./draft-application.ts";
import { judgeAnswers } from "./judge-answers.ts";
import { NOT_THERE, ownedBy, pinned } from "./own.ts";
import { precedentOf } from "./precedent-of.ts";
import { ruleOn } from "./rule-on.ts";

/** 60 random bits collide once in a thousand million numbers at a million open cases; twice in a row never in practice. */
const MOST_NUMBERS = 8;

/** A case number is claimed before anybody hears it; whoever comes second to one takes the next choice. */
const claimNumber = async (
  deps: Drafting,
  subject: CaseId,
  request: Request,
): Promise<OpenedCase["number"]> => {
  for (let attempt = 0; attempt < MOST_NUMBERS; attempt += 1) {
    const choice = deps.ids.number(subject, attempt);
    const taken = await perform(deps, claim, choice.claim, always({ type: "take", by: subject }), request);
    if (taken.kind === "done" && taken.state?.by === subject) return choice.number;
  }
  throw new Error(`no free case number for ${subject}`);
};

type Refusal = ApplicationRefusal | DraftRefusal;
type Whole = { readonly item: Item; readonly consents: readonly FieldId[]; readonly follows?: CaseId };

/** The employer that is named has to be the one whose handler applies (被委托的经办人). */
const isForAnother = ({ applicant, facts }: Item, answers: Answers, employer: CreditCode | undefined) =>
  applicant === "employer" && (!facts.employer || answers[facts.employer] !== employer);

/** Opens the sealed answers of a draft and holds them against the item once more, now as a whole. */
const whole = async (
  deps: Drafting,
  own: Application,
  employer: CreditCode | undefined,
): Promise<Whole | { readonly refusal: Refusal }> => {
  const item = await pinned(deps.catalogue, own);
  const early = obstacle(own, item);
  if (early !== undefined && early.code !== "materials-missing") return { refusal: early };
  const opened = await open(deps.vault, placeOf(own.application), own.answers);
  if (opened === "erased") return { refusal: { code: "no-such-application" } };
  const judged = judgeAnswers(deps.clock, item, opened, "submission");
  if ("refusal" in judged) return judged;
  const { answers, consents } = judged;
  if (early !== undefined) return { refusal: early };
  if (isForAnother(item, answers, employer)) return { refusal: { code: "employer-only" } };
  if (item.precedent === undefined) return { item, consents };
  const follows = await precedentOf(deps, item.precedent, answers);
  return follows === undefined ? { refusal: { code: "precedent-missing" } } : { item, consents, follows };
};

/**
 * Submits a draft: one case per item, each with a number of its own. From here the window acts, and the day of this
 * commit is the day of receipt 收件.
 */
export const submitApplication = (
  deps: Drafting,
  id: ApplicationId,
  request: Request,
  employer?: CreditCode,
): Promise<Changed> => {
  const prepare: Prepare<ApplicationState, ApplicationCommand, ApplicationRefusal | DraftRefusal> = async (
    before,
  ) => {
    const own = ownedBy(before.state, request.actor);
    if (own === undefined) return NOT_THERE;
    const complete = await whole(deps, own, employer);
    if ("refusal" in complete) return complete;
    const { item, consents, ...follows } = complete;
    const ruling = ruleOn(await deps.catalogue.current(), own, item, deps.clock.now());
    if ("code" in ruling) return { refusal: ruling };
    const subject = deps.ids.case(id, item.id);
    const number = await claimNumber(deps, subject, request);
    return {
      command: {
        type: "submit",
        item,
        consents,
        cases: [{ case: subject, number, item: item.id, version: item.version, ruling, ...follows }],
      },
    };
  };
  return perform(deps, application, id, prepare, request);
};
