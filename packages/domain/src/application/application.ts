import type { ActorId, ApplicationId, CaseId, DocumentId, ResultId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { BundleId } from "../item/bundle.ts";
import type { ItemId } from "../item/item-id.ts";
import type { MaterialId } from "../item/material.ts";
import type { TrustLevel } from "../item/trust.ts";
import type { Hash, Sealed } from "../declared.ts";
import type { WindowId } from "../place/window.ts";
import type {
  CaseOutcome,
  DocumentSource,
  DocumentVerdict,
  HoldGround,
  KeptAnswers,
  OpenedCase,
} from "./event.ts";
import type { Part } from "./part.ts";

export interface ApplicationDocument {
  readonly document: DocumentId;
  readonly material: MaterialId;
  readonly mediaType: string;
  readonly maxBytes: number;
  readonly maxPages: number;
  readonly maxPixels: number;
  readonly trust: TrustLevel;
  readonly source?: DocumentSource;
  /** Absent until the inspector has seen an upload. Readers get exactly this version. */
  readonly inspected?: {
    readonly version: string;
    readonly verdict: DocumentVerdict;
    readonly sha256: Hash;
    readonly size: number;
    /** When it was first found so, in whichever application: its age counts from here. */
    readonly seenAt: Instant;
  };
}

export interface ApplicationCase extends OpenedCase {
  readonly withdrawalAsked?: true;
  readonly outcome?: CaseOutcome;
  readonly concludedAt?: Instant;
  /** It was over while it still waited for another. */
  readonly neverBegun?: true;
}

export interface ApplicationResult {
  readonly result: ResultId;
  readonly certificate: Sealed;
  readonly issuedAt: Instant;
  readonly revoked?: { readonly at: Instant; readonly reason: string };
}

/** An application 申请 that exists: a draft, then one submission with its cases, then one package. */
export interface Application {
  readonly application: ApplicationId;
  readonly owner: ActorId;
  /** The first item; of most applications the only one. */
  readonly item: ItemId;
  readonly version: number;
  /** Every item that is applied for; one, unless it is a bundle. */
  readonly parts: readonly Part[];
  readonly bundle?: BundleId;
  readonly window: WindowId;
  readonly phase: "draft" | "submitted" | "concluded" | "withdrawn";
  readonly answers: KeptAnswers;
  readonly documents: ReadonlyMap<DocumentId, ApplicationDocument>;
  readonly draftedAt: Instant;
  /** The last thing that happened to it, a hold that ended included; its retention counts from here. */
  readonly changedAt: Instant;
  readonly submittedAt?: Instant;
  readonly withdrawalAsked: boolean;
  readonly cases: readonly ApplicationCase[];
  readonly result?: ApplicationResult;
  /** Why it may not be erased, while somebody objects to what was decided in a case of it. */
  readonly held: ReadonlyMap<CaseId, HoldGround>;
  readonly erased: boolean;
}

export type ApplicationState = Application | undefined;
