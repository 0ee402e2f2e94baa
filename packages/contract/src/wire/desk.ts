import { CaseId, CaseNumber } from "@window/domain/id.ts";
import { FieldId } from "@window/domain/item/field.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { Reason, ReasonCode } from "@window/domain/item/item.ts";
import { WayId } from "@window/domain/item/way.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { Case, CasePhase } from "./case.ts";
import { Moment } from "./moment.ts";
import { ReferredDocument } from "./referral.ts";

/** What waits at a window or for an employer: a decision, a signature, or that the applicant comes in person. */
/** What a case waits for at a desk. */
export const Awaited = z.enum(["decision", "commitment", "attendance", "explanation"]);

export const DeskLine = z.object({
  case: CaseId,
  number: CaseNumber,
  item: ItemId,
  receivedAt: Moment,
  due: Moment.nullable(),
  for: Awaited,
});

/** A case as whoever handles it reads it: with answers and documents while there is something to decide, else without. */
export const DeskCase = z.object({
  case: Case,
  /** Grounds a refusal may name. */
  reasons: z.array(Reason),
  /** The text of each 承诺书, where the item knows any. */
  commitment: z.object({ applicant: Text, employer: Text }).nullable(),
  answers: z
    .array(z.object({ field: FieldId, label: Text, value: z.union([z.string(), z.number()]) }))
    .nullable(),
  documents: z.array(ReferredDocument),
});
export type DeskCase = z.input<typeof DeskCase>;

/**
 * What was found: `verified` is granted on the spot, `contradicted` refused with reasons, `not-verifiable` decided once
 * commitments are signed.
 */
export const Assessment = z.strictObject({
  finding: z.enum(["verified", "not-verifiable", "contradicted"]),
  reasons: z.array(ReasonCode).max(20).default([]),
});

export const KindChange = z.strictObject({ way: WayId, reason: z.string().trim().min(1).max(500) });

/** How a case stands after it was handled. */
export const Handled = z.object({
  case: CaseId,
  phase: CasePhase,
  decision: z.enum(["granted", "refused"]).nullable(),
  /** Whose commitment is still to be signed. */
  unsigned: z.array(z.enum(["applicant", "employer"])),
});
