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
import type { Form } from "../item/form.ts";
import type { Item } from "../item/item.ts";
import type { Prepare } from "../perform.ts";
import { always, perform } from "../perform.ts";
import type { Changed } from "./change-application.ts";
import type { Drafting, DraftRefusal } from "./draft-application.ts";
import { judgeAnswers } from "./judge-answers.ts";
import { NOT_THERE, ownedBy, pinnedForm, pinnedParts } from "./own.ts";
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
type Whole = {
  readonly items: readonly Item[];
  readonly form: Form;
  readonly consents: readonly FieldId[];
  readonly follows: ReadonlyMap<Item["id"], CaseId>;
};

/** The employer that is named has to be the one whose handler applies (被委托的经办人). */
const isForAnother = ({ applicant, facts }: Item, answers: Answers, employer: CreditCode | undefined) =>
  applicant === "employer" && (!facts.employer || answers[facts.employer] !== employer);

/** The case that each item which has a precedent follows; undefined when one is missing. */
const precedents = async (deps: Drafting, items: readonly Item[], answers: Answers) => {
  const follows = new Map<Item["id"], CaseId>();
  for (const { id, precedent } of items) {
    if (precedent === undefined) continue;
    const found = await precedentOf(deps, precedent, answers);
    if (found === undefined) return undefined;
    follows.set(id, found);
  }
  return follows;
};

/** Opens the sealed answers of a draft and holds them against every item once more, now as a whole. */
const whole = async (
  deps: Drafting,
  own: Application,
  employer: CreditCode | undefined,
): Promise<Whole | { readonly refusal: Refusal }> => {
  const items = await pinnedParts(deps.catalogue, own);
  const form = await pinnedForm(deps.catalogue, own);
  const early = obstacle(own, form);
  if (early !== undefined && early.code !== "materials-missing") return { refusal: early };
  const opened = await open(deps.vault, placeOf(own.application), own.answers);
  if (opened === "erased") return { refusal: { code: "no-such-application" } };
  const judged = judgeAnswers(deps.clock, items, opened, "submission");
  if ("refusal" in judged) return judged;
  const { answers, consents } = judged;
  if (early !== undefined) return { refusal: early };
  if (items.some((item) => isForAnother(item, answers, employer)))
    return { refusal: { code: "employer-only" } };
  const follows = await precedents(deps, items, answers);
  return follows === undefined
    ? { refusal: { code: "precedent-missing" } }
    : { items, form, consents, follows };
};

/** The part of an item: what it waits for, by the names that the cases get. */
const waitsFor = (deps: Drafting, own: Application, item: Item) => {
  const { after = [], ifRefused } = own.parts.find((part) => part.item === item.id) ?? {};
  if (after.length === 0 || ifRefused === undefined) return {};
  return { after: after.map((needed) => deps.ids.case(own.application, needed)), ifRefused };
};

/** One case per item, by the rules of today; the first that nobody may decide refuses all. */
const casesOf = async (
  deps: Drafting,
  own: Application,
  { items, follows }: Whole,
  request: Request,
): Promise<readonly OpenedCase[] | { readonly refusal: Refusal }> => {
  const offer = await deps.catalogue.current();
  const cases: OpenedCase[] = [];
  for (const item of items) {
    const ruling = ruleOn(offer, own, item, deps.clock.now());
    if ("code" in ruling) return { refusal: ruling };
    const subject = deps.ids.case(own.application, item.id);
    const number = await claimNumber(deps, subject, request);
    const before = follows.get(item.id);
    cases.push({
      ...{ case: subject, number, item: item.id, version: item.version, ruling },
      ...(before === undefined ? {} : { follows: before }),
      ...waitsFor(deps, own, item),
    });
  }
  return cases;
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
  const prepare: Prepare<ApplicationState, ApplicationCommand, Refusal> = async (before) => {
    const own = ownedBy(before.state, request.actor);
    if (own === undefined) return NOT_THERE;
    const complete = await whole(deps, own, employer);
    if ("refusal" in complete) return complete;
    const cases = await casesOf(deps, own, complete, request);
    if ("refusal" in cases) return cases;
    const { form, consents } = complete;
    return { command: { type: "submit", item: form, consents, cases } };
  };
  return perform(deps, application, id, prepare, request);
};
