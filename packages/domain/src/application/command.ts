import type { Hash, Sealed } from "../declared.ts";
import type { ActorId, ApplicationId, CaseId, DocumentId, ResultId } from "../id.ts";
import type { Item } from "../item/item.ts";
import type { MaterialId } from "../item/material.ts";
import type { WindowId } from "../place/window.ts";
import type { ApplicationEvent, CaseOutcome, DocumentVerdict, KeptAnswers, OpenedCase } from "./event.ts";

export type RevocationReason = Extract<ApplicationEvent, { type: "application.result-revoked.v1" }>["reason"];

/** `basis` is the sequence number that the person saw: a change of something seen differently is refused. */
export type ApplicationCommand =
  | {
      readonly type: "draft";
      readonly application: ApplicationId;
      readonly owner: ActorId;
      readonly item: Item;
      readonly window: WindowId;
      readonly answers: KeptAnswers;
    }
  | { readonly type: "revise"; readonly basis: number; readonly answers: KeptAnswers }
  | {
      readonly type: "expect-document";
      readonly item: Item;
      readonly document: DocumentId;
      readonly material: MaterialId;
      readonly mediaType: string;
    }
  | {
      readonly type: "record-inspection";
      readonly document: DocumentId;
      readonly version: string;
      readonly verdict: DocumentVerdict;
      readonly sha256: Hash;
      readonly size: number;
    }
  | { readonly type: "remove-document"; readonly document: DocumentId }
  | {
      /** The answers were opened and checked at `basis`; only the decider knows whether they are still those. */
      readonly type: "submit";
      readonly basis: number;
      readonly item: Item;
      readonly cases: readonly OpenedCase[];
    }
  | { readonly type: "withdraw" }
  | { readonly type: "conclude-case"; readonly case: CaseId; readonly outcome: CaseOutcome }
  | { readonly type: "issue"; readonly result: ResultId; readonly certificate: Sealed }
  | { readonly type: "revoke-result"; readonly reason: RevocationReason }
  | { readonly type: "erase" };

/** Why an application stays as it is. Every code has its problem and its remedy in the contract. */
export type ApplicationRefusal =
  | { readonly code: "no-such-application" }
  | { readonly code: "no-such-document" }
  | { readonly code: "no-such-material" }
  | { readonly code: "no-such-case" }
  | { readonly code: "media-type-not-accepted"; readonly accepts: readonly string[] }
  | { readonly code: "too-many-documents" }
  | { readonly code: "changed-meanwhile"; readonly seq: number }
  | { readonly code: "materials-missing"; readonly materials: readonly MaterialId[] }
  | { readonly code: "documents-not-ready"; readonly documents: readonly DocumentId[] }
  | { readonly code: "not-a-draft" }
  | { readonly code: "already-submitted" }
  | { readonly code: "already-decided" }
  | { readonly code: "withdrawn" }
  | { readonly code: "nothing-to-issue" }
  | { readonly code: "no-result" }
  | { readonly code: "still-running" };
