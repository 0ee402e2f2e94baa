import type { Hash, Sealed } from "../declared.ts";
import type { ActorId, ApplicationId, CaseId, DocumentId, ResultId } from "../id.ts";
import type { FieldId } from "../item/field.ts";
import type { Instant } from "../instant.ts";
import type { Form } from "../item/form.ts";
import type { Item } from "../item/item.ts";
import type { MaterialId } from "../item/material.ts";
import type { WindowId } from "../place/window.ts";
import type { ApplicationDocument } from "./application.ts";
import type {
  ApplicationEvent,
  CaseOutcome,
  DocumentVerdict,
  HoldGround,
  KeptAnswers,
  OpenedCase,
} from "./event.ts";
import type { ChosenBundle } from "./part.ts";

export type RevocationReason = Extract<ApplicationEvent, { type: "application.result-revoked.v1" }>["reason"];

/** Why a paper of one's own cannot serve again. */
export type ReuseObstacle =
  "not-inspected" | "not-clean" | "other-material" | "file-too-large" | "no-longer-valid" | "already-used";

export type ApplicationCommand =
  | {
      readonly type: "draft";
      readonly application: ApplicationId;
      readonly owner: ActorId;
      readonly item: Item;
      readonly window: WindowId;
      readonly answers: KeptAnswers;
      /** Of which `item` is the first part. */
      readonly bundle?: ChosenBundle;
    }
  /** `basis` is the sequence number that the person saw: a change of something seen differently is refused. */
  | { readonly type: "revise"; readonly basis: number; readonly answers: KeptAnswers }
  | {
      readonly type: "expect-document";
      readonly item: Form;
      readonly document: DocumentId;
      readonly material: MaterialId;
      readonly mediaType: string;
    }
  | {
      /** `paper` is how it stands in the earlier application `from` of the same person. */
      readonly type: "reuse-document";
      readonly item: Form;
      readonly document: DocumentId;
      readonly material: MaterialId;
      readonly from: ApplicationId;
      readonly paper: ApplicationDocument;
    }
  | { readonly type: "confirm-original"; readonly document: DocumentId; readonly window: WindowId }
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
      /** The answers of this very state were opened and found complete. */
      readonly type: "submit";
      readonly item: Form;
      readonly cases: readonly OpenedCase[];
      /** Where guardians consented for whoever is under fourteen. */
      readonly consents?: readonly FieldId[];
    }
  | { readonly type: "withdraw" }
  | { readonly type: "withdraw-case"; readonly case: CaseId }
  | {
      readonly type: "conclude-case";
      readonly case: CaseId;
      readonly outcome: CaseOutcome;
      readonly decidedAt?: Instant;
    }
  | { readonly type: "issue"; readonly result: ResultId; readonly certificate: Sealed }
  | { readonly type: "revoke-result"; readonly reason: RevocationReason }
  | { readonly type: "hold"; readonly case: CaseId; readonly ground: HoldGround }
  | { readonly type: "release"; readonly case: CaseId }
  /** A person may erase what never became a case; what did is kept until its retention has run out. */
  | { readonly type: "erase"; readonly because: "asked" | "retention-over" };

/** Why an application stays as it is. Every code has its problem and its remedy in the contract. */
export type ApplicationRefusal =
  | { readonly code: "no-such-application" }
  | { readonly code: "no-such-document" }
  | { readonly code: "no-such-material" }
  | { readonly code: "no-such-case" }
  | { readonly code: "media-type-not-accepted"; readonly accepts: readonly string[] }
  | { readonly code: "too-many-documents" }
  | { readonly code: "document-not-reusable"; readonly because: ReuseObstacle }
  | { readonly code: "changed-meanwhile"; readonly seq: number }
  | { readonly code: "materials-missing"; readonly materials: readonly MaterialId[] }
  | { readonly code: "documents-not-ready"; readonly documents: readonly DocumentId[] }
  | { readonly code: "not-a-draft" }
  | { readonly code: "already-submitted" }
  | { readonly code: "already-decided" }
  | { readonly code: "withdrawn" }
  | { readonly code: "nothing-to-issue" }
  | { readonly code: "no-result" }
  | { readonly code: "still-running" }
  | { readonly code: "retained" }
  | { readonly code: "held" };
