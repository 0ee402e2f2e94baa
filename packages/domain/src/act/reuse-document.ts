import type { Application, ApplicationState } from "../application/application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "../application/command.ts";
import { application } from "../application/decide.ts";
import type { DocumentSource } from "../application/event.ts";
import type { Request } from "../commit.ts";
import type { ApplicationId, DocumentId } from "../id.ts";
import { DAY } from "../instant.ts";
import type { Instant } from "../instant.ts";
import type { Item } from "../item/item.ts";
import { HOUSE_LIMITS, type MaterialId } from "../item/material.ts";
import { current, perform, type Prepare } from "../perform.ts";
import type { Changed } from "./change-application.ts";
import type { Drafting } from "./draft-application.ts";
import { NOT_THERE, ownedBy, pinned } from "./own.ts";

export interface ReusedDocument {
  readonly application: ApplicationId;
  readonly material: MaterialId;
  readonly from: { readonly application: ApplicationId; readonly document: DocumentId };
}

const NOT_REUSABLE: { readonly refusal: ApplicationRefusal } = { refusal: { code: "document-not-reusable" } };

interface Paper {
  readonly mediaType: string;
  readonly version: string;
  readonly size: number;
  readonly seenAt: Instant;
}

/** The version of a document that readers get; undefined for one that nobody may read. */
const clean = (earlier: Application | undefined, document: DocumentId): Paper | undefined => {
  const known = earlier?.documents.get(document);
  if (known?.inspected?.verdict !== "clean") return undefined;
  return { ...known.inspected, mediaType: known.mediaType };
};

/** Whether a paper is what the item takes now: not too large, and not older than its material may be. */
const fits = (item: Item, material: MaterialId, { size, seenAt }: Paper, now: Instant): boolean => {
  const asked = item.materials.find(({ id }) => id === material);
  // That there is no such material the decider says.
  if (asked === undefined) return true;
  const { maxBytes, reusableDays = HOUSE_LIMITS.reusableDays } = asked;
  return size <= maxBytes && now - seenAt <= reusableDays * DAY;
};

/**
 * Attaches a clean document of an earlier application of the same person to a draft, without another upload. It is copied
 * under the draft, so that either can be erased alone, and inspected again as if it were uploaded: scanners learn. Never
 * from one person to another: the source is looked up as their own. What was uploaded is of trust level C 用户上传
 * (国办函〔2016〕108号) and stays it: reuse saves the upload, not the look at the original.
 */
export const reuseDocument = async (
  deps: Drafting,
  { application: id, material, from }: ReusedDocument,
  request: Request,
): Promise<Changed & { readonly document: DocumentId }> => {
  const document = deps.ids.document(id, request.key);
  const prepare: Prepare<ApplicationState, ApplicationCommand, ApplicationRefusal> = async ({ state }) => {
    const own = ownedBy(state, request.actor);
    if (own === undefined) return NOT_THERE;
    const { state: earlier } = await current(deps.store, application, from.application);
    const paper = clean(ownedBy(earlier, request.actor), from.document);
    const item = await pinned(deps.catalogue, own);
    if (paper === undefined || !fits(item, material, paper, deps.clock.now())) return NOT_REUSABLE;
    const { mediaType, version, seenAt } = paper;
    const source: DocumentSource = { ...from, version, seenAt };
    return { command: { type: "expect-document", item, document, material, mediaType, source } };
  };
  return { document, ...(await perform(deps, application, id, prepare, request)) };
};
