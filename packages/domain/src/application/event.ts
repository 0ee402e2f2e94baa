import * as z from "zod";
import { Ruling } from "../case/ruling.ts";
import { code, Hash, oneOf, Sealed } from "../declared.ts";
import { ActorId, ApplicationId, CaseId, CaseNumber, DocumentId, ResultId } from "../id.ts";
import { Instant } from "../instant.ts";
import { IfRefused } from "../item/bundle.ts";
import { FieldId } from "../item/field.ts";
import { ItemId } from "../item/item-id.ts";
import { MaterialId } from "../item/material.ts";
import { TrustLevel } from "../item/trust.ts";
import { WindowId } from "../place/window.ts";
import { ChosenBundle } from "./part.ts";

const fieldId = FieldId.meta({ declared: "code" });
const itemId = ItemId.meta({ declared: "id" });
const materialId = MaterialId.meta({ declared: "code" });
const trustLevel = TrustLevel.meta({ declared: "code" });
const windowId = WindowId.meta({ declared: "id" });

/** A personal answer is ciphertext; a coded one (a choice, a number) is open so that rules can read it. */
export const KeptAnswer = z.union([
  z.object({ sealed: Sealed }),
  z.object({ code: code() }),
  z.object({ number: z.int() }),
]);
export type KeptAnswer = z.infer<typeof KeptAnswer>;

export const KeptAnswers = z.record(fieldId, KeptAnswer);
export type KeptAnswers = z.infer<typeof KeptAnswers>;

/** Where a paper was taken from: one version, that was clean, and when it was first found so. */
export const DocumentSource = z.object({
  application: ApplicationId,
  document: DocumentId,
  version: code(),
  seenAt: Instant,
});
export type DocumentSource = z.infer<typeof DocumentSource>;

export const DocumentVerdict = oneOf([
  "clean",
  "empty",
  "too-large",
  "wrong-type",
  "heic",
  "broken",
  "encrypted",
  "active-content",
  "too-many-pages",
  "too-many-pixels",
  "unpacks-too-large",
  "infected",
  "unscannable",
]);
export type DocumentVerdict = z.infer<typeof DocumentVerdict>;

/**
 * What became of a case, as its application hears of it. `lapsed`: it was never begun, because the case of its bundle that
 * it needed was not granted.
 */
export const CaseOutcome = oneOf(["granted", "refused", "withdrawn", "lapsed"]);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

/**
 * Why an application outlives its period: somebody asked for reconsideration 行政复议, went to court 行政诉讼, complained 投诉, or
 * an inspection 检查 looks at it. What is evidence is not erased meanwhile (个人信息保护法 art. 47: storage goes on, and nothing else).
 */
export const HoldGround = oneOf(["reconsideration", "litigation", "complaint", "inspection"]);
export type HoldGround = z.infer<typeof HoldGround>;

/** One item of one application, as derived at submission. */
export const OpenedCase = z.object({
  case: CaseId,
  number: CaseNumber,
  item: itemId,
  version: z.int().positive(),
  ruling: Ruling,
  follows: CaseId.exactOptional(),
  /** Cases of the same application that are decided before this one begins, and what becomes of it if one is refused. */
  after: z.array(CaseId).min(1).exactOptional(),
  ifRefused: IfRefused.meta({ declared: "code" }).exactOptional(),
});
export type OpenedCase = z.infer<typeof OpenedCase>;

export const ApplicationEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("application.drafted.v1"),
    application: ApplicationId,
    owner: ActorId,
    item: itemId,
    version: z.int().positive(),
    window: windowId,
    answers: KeptAnswers,
    /** Present when several items are applied for together; the first of them stands above too. */
    bundle: ChosenBundle.exactOptional(),
  }),
  z.object({ type: z.literal("application.revised.v1"), answers: KeptAnswers }),
  z.object({
    type: z.literal("application.document-expected.v1"),
    document: DocumentId,
    material: materialId,
    mediaType: code(),
    maxBytes: z.int().positive(),
    /** Absent in older commits, and then the house limits. */
    maxPages: z.int().positive().optional(),
    maxPixels: z.int().positive().optional(),
    /** Present when the paper is not uploaded but taken from an earlier application of the same person. */
    source: DocumentSource.optional(),
    /** Absent in older commits, and then C: everything was uploaded. */
    trust: trustLevel.optional(),
  }),
  z.object({
    type: z.literal("application.document-inspected.v1"),
    document: DocumentId,
    version: code(),
    verdict: DocumentVerdict,
    sha256: Hash,
    size: z.int().nonnegative(),
  }),
  z.object({ type: z.literal("application.document-removed.v1"), document: DocumentId }),
  /** Compared with its original by the staff of a window. */
  z.object({
    type: z.literal("application.original-seen.v1"),
    document: DocumentId,
    version: code(),
    window: windowId,
  }),
  z.object({
    type: z.literal("application.submitted.v1"),
    cases: z.array(OpenedCase).min(1),
    /** The answers by which guardians had consented for whoever was under fourteen on that day (个人信息保护法 art. 31). */
    consents: z.array(fieldId).min(1).exactOptional(),
  }),
  z.object({ type: z.literal("application.withdrawn.v1") }),
  /** After submission only a case can say whether it still stops: a decision taken meanwhile stands. */
  z.object({ type: z.literal("application.withdrawal-asked.v1") }),
  z.object({ type: z.literal("application.case-withdrawal-asked.v1"), case: CaseId }),
  z.object({
    type: z.literal("application.case-concluded.v1"),
    case: CaseId,
    outcome: CaseOutcome,
    /** When it was decided; what waited for it is counted from there, however late the word came. */
    decidedAt: Instant.exactOptional(),
  }),
  z.object({ type: z.literal("application.issued.v1"), result: ResultId, certificate: Sealed }),
  z.object({
    type: z.literal("application.result-revoked.v1"),
    result: ResultId,
    reason: oneOf(["false-statement", "issued-in-error", "conditions-lapsed"]),
  }),
  z.object({ type: z.literal("application.held.v1"), case: CaseId, ground: HoldGround }),
  z.object({ type: z.literal("application.released.v1"), case: CaseId }),
  z.object({ type: z.literal("application.erased.v1") }),
]);
export type ApplicationEvent = z.infer<typeof ApplicationEvent>;
