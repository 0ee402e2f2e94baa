import type { ApplicationState } from "../application/application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "../application/command.ts";
import { application } from "../application/decide.ts";
import type { Request } from "../commit.ts";
import type { ActorId, ApplicationId, DocumentId } from "../id.ts";
import type { MaterialId } from "../item/material.ts";
import type { Ledger } from "../perform.ts";
import { current, perform, type Prepare } from "../perform.ts";
import type { WindowId } from "../place/window.ts";
import type { Changed } from "./change-application.ts";
import type { Drafting } from "./draft-application.ts";
import { NOT_THERE, ownedBy, pinnedForm } from "./own.ts";

export interface ReusedDocument {
  readonly application: ApplicationId;
  readonly material: MaterialId;
  readonly from: { readonly application: ApplicationId; readonly document: DocumentId };
}

type Preparing = Prepare<ApplicationState, ApplicationCommand, ApplicationRefusal>;

/** A paper of one's own; somebody else's, an erased one and one that never was are alike. */
const ownPaper = async ({ store }: Ledger, from: ReusedDocument["from"], actor: ActorId) => {
  const { state } = await current(store, application, from.application);
  return ownedBy(state, actor)?.documents.get(from.document);
};

/**
 * Attaches a clean document of an earlier application of the same person to a draft, without another upload. It is copied
 * under the draft, so that either can be erased alone, and inspected again as if it were uploaded: scanners learn.
 */
export const reuseDocument = async (
  deps: Drafting,
  { application: id, material, from }: ReusedDocument,
  request: Request,
): Promise<Changed & { readonly document: DocumentId }> => {
  const document = deps.ids.document(id, request.key);
  const prepare: Preparing = async ({ state }) => {
    const own = ownedBy(state, request.actor);
    if (own === undefined) return NOT_THERE;
    const paper = await ownPaper(deps, from, request.actor);
    if (paper === undefined) return { refusal: { code: "no-such-document" } };
    const item = await pinnedForm(deps.catalogue, own);
    const reuse = { document, material, from: from.application, paper } as const;
    return { command: { type: "reuse-document", item, ...reuse } };
  };
  return { document, ...(await perform(deps, application, id, prepare, request)) };
};

export interface SeenOriginal {
  readonly application: ApplicationId;
  readonly document: DocumentId;
  /** Where it was seen; a clerk is of one window. */
  readonly window: WindowId | undefined;
}

/** Notes that the staff of a window compared a document with its original. Nobody does so with a paper of their own. */
export const confirmOriginal = (
  deps: Ledger,
  { application: id, document, window }: SeenOriginal,
  request: Request,
): Promise<Changed> => {
  const prepare: Preparing = async ({ state }) =>
    window === undefined || state?.owner === request.actor
      ? NOT_THERE
      : { command: { type: "confirm-original", document, window } };
  return perform(deps, application, id, prepare, request);
};
