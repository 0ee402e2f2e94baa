import { CaseOutcome, DocumentVerdict } from "@window/domain/application/event.ts";
import { ApplicationId, CaseId, CaseNumber, DocumentId, ResultId } from "@window/domain/id.ts";
import { BundleId, IfRefused } from "@window/domain/item/bundle.ts";
import { FieldId } from "@window/domain/item/field.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { MaterialId } from "@window/domain/item/material.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { TrustLevel } from "@window/domain/item/trust.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { Problem } from "../problem.ts";
import { Moment } from "./moment.ts";

export const Phase = z.enum(["draft", "submitted", "concluded", "withdrawn"]);

/**
 * A document 材料 of an application. `awaited`: not uploaded or not inspected yet; `clean`: can be used and read;
 * `refused`: cannot, and `problem` says why.
 */
export const Document = z.object({
  document: DocumentId,
  material: MaterialId,
  mediaType: z.string(),
  maxBytes: z.int(),
  state: z.enum(["awaited", "clean", "refused"]),
  verdict: DocumentVerdict.nullable(),
  size: z.int().nullable(),
  sha256: z.string().nullable(),
  /**
   * A: produced by the competent agency. B: compared with its original at a window. C: uploaded, the original is still to
   * be seen. D: made by the applicant, who promises that it is true. (国办函〔2016〕108号)
   */
  trust: TrustLevel,
  /** The document of an earlier application that it was taken from; null for an upload. */
  reusedFrom: z.object({ application: ApplicationId, document: DocumentId }).nullable(),
  problem: Problem.nullable(),
});
export type Document = z.input<typeof Document>;

/** A document with the address its bytes can be fetched from for a few minutes; null unless it is clean. */
export const LinkedDocument = Document.extend({ link: z.string().nullable() });

/** Where and how the bytes of a document are sent: `multipart/form-data`, all `fields` in order, then `file` last. */
export const Upload = z.object({
  url: z.string(),
  fields: z.record(z.string(), z.string()),
});

/** An application 申请 as its owner reads it. */
export const Application = z.object({
  application: ApplicationId,
  /** Stands in the ETag too; a change names it as `If-Match`. */
  seq: z.int(),
  /** The first item; of most applications the only one. */
  item: ItemId,
  version: z.int(),
  itemName: Text,
  /** What is applied for together; null for a single item. */
  bundle: BundleId.nullable(),
  /** Every item that is applied for; `after` are those that are decided before it begins. */
  parts: z.array(
    z.object({
      item: ItemId,
      version: z.int(),
      itemName: Text,
      after: z.array(ItemId),
      ifRefused: IfRefused,
    }),
  ),
  window: WindowId,
  phase: Phase,
  withdrawalAsked: z.boolean(),
  draftedAt: Moment,
  submittedAt: Moment.nullable(),
  /** Null once the personal values have been erased. */
  answers: z.record(FieldId, z.union([z.string(), z.number()])).nullable(),
  documents: z.array(Document),
  /** Required materials for which no clean document is there yet. */
  missing: z.array(z.object({ material: MaterialId, name: Text })),
  cases: z.array(
    z.object({
      case: CaseId,
      number: CaseNumber,
      item: ItemId,
      /** It has not begun: cases it needs are not decided yet. */
      waiting: z.boolean(),
      /** Shows the progress to whoever has it beside the number; keep it like a key. */
      queryCode: z.string(),
      outcome: CaseOutcome.nullable(),
    }),
  ),
  result: ResultId.nullable(),
});
export type Application = z.input<typeof Application>;

/** One line of the list of one's own applications. */
export const ApplicationLine = z.object({
  application: ApplicationId,
  item: ItemId,
  window: WindowId,
  phase: Phase,
  draftedAt: Moment,
  submittedAt: Moment.nullable(),
  cases: z.array(CaseId),
});

/** What a change of an application answers: enough to go on with. */
export const Changed = z.object({
  application: ApplicationId,
  seq: z.int(),
  phase: Phase,
  withdrawalAsked: z.boolean(),
});

/** What is sent to begin an application. */
export const Draft = z.strictObject({
  item: ItemId,
  window: WindowId,
  /** By field of the item; may be partial until submission. */
  answers: z.record(z.string(), z.unknown()),
});

/** What is sent to begin an application for several items of a bundle. */
export const BundleDraft = z.strictObject({
  /** Two or more items of the bundle. */
  items: z.array(ItemId).min(2).max(20),
  window: WindowId,
  /** By field; what several items ask under one name is answered once. May be partial until submission. */
  answers: z.record(z.string(), z.unknown()),
});

export const Answers = z.strictObject({ answers: z.record(z.string(), z.unknown()) });

/** Which document of which earlier application is to serve again, and as what. */
export const Reuse = z.strictObject({
  material: MaterialId,
  from: z.strictObject({ application: ApplicationId, document: DocumentId }),
});

export const Announcement = z.strictObject({ material: MaterialId, mediaType: z.string().max(100) });
