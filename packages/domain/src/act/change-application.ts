import type { Application, ApplicationState } from "../application/application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "../application/command.ts";
import { application } from "../application/decide.ts";
import { keep, placeOf } from "../application/kept-answers.ts";
import type { Request } from "../commit.ts";
import type { ApplicationId, CaseId, DocumentId } from "../id.ts";
import { formOf } from "../item/form.ts";
import type { MaterialId } from "../item/material.ts";
import type { Folded } from "../decider.ts";
import type { Ledger, Performed } from "../perform.ts";
import { current, perform } from "../perform.ts";
import type { Ids } from "../port/ids.ts";
import type { Drafting, DraftRefusal } from "./draft-application.ts";
import { judgeAnswers } from "./judge-answers.ts";
import { NOT_THERE, ownedBy, pinnedForm, pinnedParts } from "./own.ts";

export type Changed = Performed<ApplicationState, ApplicationRefusal | DraftRefusal>;

type Prepared =
  { readonly command: ApplicationCommand } | { readonly refusal: ApplicationRefusal | DraftRefusal };

/** Whatever a person does to an application, it is looked up as their own first. */
const change = (
  deps: Ledger,
  id: ApplicationId,
  request: Request,
  prepare: (own: Application) => Promise<Prepared> | Prepared,
): Promise<Changed> => {
  const ofOwner = async ({ state }: Folded<ApplicationState>): Promise<Prepared> => {
    const own = ownedBy(state, request.actor);
    return own === undefined ? NOT_THERE : prepare(own);
  };
  return perform(deps, application, id, ofOwner, request);
};

/** Replaces the answers of a draft. `basis` is the sequence number the person saw (`If-Match`). */
export const reviseApplication = (
  deps: Drafting,
  input: { readonly application: ApplicationId; readonly basis: number; readonly answers: unknown },
  request: Request,
): Promise<Changed> =>
  change(deps, input.application, request, async (own) => {
    const items = await pinnedParts(deps.catalogue, own);
    const judged = judgeAnswers(deps.clock, items, input.answers, "draft");
    if ("refusal" in judged) return judged;
    const answers = await keep(deps.vault, placeOf(own.application), formOf(items), judged.answers);
    return { command: { type: "revise", basis: input.basis, answers } };
  });

export interface ExpectedDocument {
  readonly application: ApplicationId;
  readonly material: MaterialId;
  readonly mediaType: string;
}

/**
 * A repeated request is answered from its commit, but a form is a new permission: it is given by what is true now, and
 * not for a document that was removed or submitted meanwhile.
 */
const stillExpected = async (
  { store }: Ledger,
  { application: id, document }: { readonly application: ApplicationId; readonly document: DocumentId },
  { actor }: Request,
): Promise<Changed> => {
  const { state, seq } = await current(store, application, id);
  const own = ownedBy(state, actor);
  if (own === undefined) return { kind: "refused", ...NOT_THERE };
  if (!own.documents.has(document)) return { kind: "refused", refusal: { code: "no-such-document" } };
  if (own.phase !== "draft") return { kind: "refused", refusal: { code: "not-a-draft" } };
  return { kind: "done", state: own, seq };
};

/** Announces an upload; the caller then gets a form for exactly this document. The id comes from the request's key. */
export const expectDocument = async (
  deps: Drafting & { readonly ids: Ids },
  { application: id, material, mediaType }: ExpectedDocument,
  request: Request,
): Promise<Changed & { readonly document: DocumentId }> => {
  const document = deps.ids.document(id, request.key);
  const changed = await change(deps, id, request, async (own) => {
    const item = await pinnedForm(deps.catalogue, own);
    return { command: { type: "expect-document", item, document, material, mediaType } };
  });
  if (changed.kind !== "done") return { document, ...changed };
  return { document, ...(await stillExpected(deps, { application: id, document }, request)) };
};

/** Takes a document out of a draft again. */
export const removeDocument = (
  deps: Ledger,
  { application: id, document }: { readonly application: ApplicationId; readonly document: DocumentId },
  request: Request,
): Promise<Changed> => change(deps, id, request, () => ({ command: { type: "remove-document", document } }));

/** Takes a draft back, or asks the cases of a submitted application to stop. */
export const withdrawApplication = (deps: Ledger, id: ApplicationId, request: Request): Promise<Changed> =>
  change(deps, id, request, () => ({ command: { type: "withdraw" } }));

/** Takes back one case of several that were applied for together. */
export const withdrawOneCase = (
  deps: Ledger,
  { application: id, case: subject }: { readonly application: ApplicationId; readonly case: CaseId },
  request: Request,
): Promise<Changed> =>
  change(deps, id, request, () => ({ command: { type: "withdraw-case", case: subject } }));

/** Erases what a person may erase; the keys and documents go when the effect of the commit runs. */
export const eraseApplication = (deps: Ledger, id: ApplicationId, request: Request): Promise<Changed> =>
  change(deps, id, request, () => ({ command: { type: "erase", because: "asked" } }));
