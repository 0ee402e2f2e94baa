import type * as Wire from "@window/contract/wire/referral.ts";
import { pinned } from "@window/domain/act/own.ts";
import type { Application } from "@window/domain/application/application.ts";
import { open as openAnswers, placeOf } from "@window/domain/application/kept-answers.ts";
import { readable, type CleanDocument } from "@window/domain/application/readable.ts";
import type { Case, Referral } from "@window/domain/case/case.ts";
import { toIso } from "@window/domain/instant.ts";
import { Answers } from "@window/domain/item/answers.ts";
import type { Item } from "@window/domain/item/item.ts";
import type { Step } from "@window/domain/item/step.ts";
import { stepOf } from "@window/domain/item/way-of.ts";
import type { Shown } from "@window/domain/opening/event.ts";
import type { ApiDeps } from "../api-deps.ts";
import type { Opened } from "../opened.ts";
import { showTerm } from "./term.ts";
import { showVerification } from "./verification.ts";

/** Long enough to open what one has just read, short enough not to be passed on. */
const LINK_SECONDS = 5 * 60;

export const answersOf = async ({ vault }: ApiDeps, own: Application, item: Item) => {
  const opened = await openAnswers(vault, placeOf(own.application), own.answers);
  if (opened === "erased") return null;
  const answers = Answers.parse(opened);
  return item.fields.flatMap(({ id, label }) => {
    const value = answers[id];
    return value === undefined ? [] : [{ field: id, label, value }];
  });
};

/** A document with a link to exactly the version that was found clean; it is served from another place, as an attachment. */
export const linkedDocument = async (
  { objects }: Pick<ApiDeps, "objects">,
  own: Application,
  item: Item,
  { document, material, mediaType, trust, inspected: { size, sha256, version } }: CleanDocument,
): Promise<Wire.ReferredDocument> => {
  const name = item.materials.find(({ id }) => id === material)?.name ?? { zh: material, en: material };
  const link = await objects.link({ application: own.application, document }, version, LINK_SECONDS);
  return { document, material, name, mediaType, size, sha256, trust, link };
};

/** What may be read of an application's papers, with links: by a department what its step needs. */
export const documentsOf = (deps: ApiDeps, own: Application, item: Item, step?: Step) =>
  Promise.all(readable(own, item, step).map((known) => linkedDocument(deps, own, item, known)));

/**
 * A department is shown answers and documents while it is to answer. Afterwards it has no purpose with them any more
 * (个人信息保护法 art. 6, 19).
 */
export const shownToDepartment = (own: Application, state: Case, asked: Referral): Shown =>
  state.phase === "running" && asked.answer === undefined && !asked.superseded && !own.erased
    ? "answers"
    : "progress";

/** What a department reads of a referral: the question, and, while it is to be answered, the answers and documents. */
export const showReferral = async (
  deps: ApiDeps,
  own: Application,
  { state, shown }: Opened,
  asked: Referral,
): Promise<Wire.Referral> => {
  const item = await pinned(deps.catalogue, state);
  const step = stepOf(item, asked);
  const { answer } = asked;
  const open = shown === "answers";
  return {
    referral: asked.referral,
    case: state.case,
    number: state.number,
    item: state.item,
    step: asked.step,
    openedAt: toIso(asked.openedAt),
    itemName: item.name,
    question: step.question,
    term: showTerm(asked.term, step.limit),
    reasons: item.reasons,
    answers: open ? await answersOf(deps, own, item) : null,
    verifications: open ? state.verifications.map((verified) => showVerification(item, verified)) : [],
    documents: open ? await documentsOf(deps, own, item, step) : [],
    answered: answer === undefined ? null : { at: toIso(answer.at), outcome: answer.outcome },
  };
};
