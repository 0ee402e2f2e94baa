import { AnswerOutcome } from "@window/domain/case/event.ts";
import { CaseId, CaseNumber, DocumentId, ReferralId } from "@window/domain/id.ts";
import { FieldId } from "@window/domain/item/field.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { Reason, ReasonCode } from "@window/domain/item/item.ts";
import { MaterialId } from "@window/domain/item/material.ts";
import { StepId } from "@window/domain/item/step.ts";
import { TrustLevel } from "@window/domain/item/trust.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { Moment, Term } from "./moment.ts";
import { Verification } from "./verification.ts";

const common = {
  referral: ReferralId,
  case: CaseId,
  number: CaseNumber,
  item: ItemId,
  step: StepId,
  openedAt: Moment,
};

/** A clean document of a case, with the address its bytes can be fetched from for a few minutes. */
export const ReferredDocument = z.object({
  document: DocumentId,
  material: MaterialId,
  name: Text,
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  /** How far it is believed, as in `Document` of an application. */
  trust: TrustLevel,
  link: z.string(),
});
export type ReferredDocument = z.input<typeof ReferredDocument>;

/** The final answer of a department that has no system of its own. */
export const WorklistAnswer = z.strictObject({
  outcome: AnswerOutcome,
  reasons: z.array(ReasonCode).max(20).default([]),
  opinion: z.string().trim().min(1).max(2000).exactOptional(),
});

/** What a department is asked, with everything it needs to answer. */
export const Referral = z.object({
  ...common,
  itemName: Text,
  question: Text,
  term: Term,
  /** Grounds a refusal may name. */
  reasons: z.array(Reason),
  /** Null once the referral is answered or the case is over, and when the applicant's personal values were erased. */
  answers: z
    .array(z.object({ field: FieldId, label: Text, value: z.union([z.string(), z.number()]) }))
    .nullable(),
  /** What registers have said of the answers; empty when the answers are not shown any more. */
  verifications: z.array(Verification),
  documents: z.array(ReferredDocument),
  answered: z.object({ at: Moment, outcome: AnswerOutcome }).nullable(),
});
export type Referral = z.input<typeof Referral>;

/** One line of a department's worklist: what it has been asked and not answered. */
export const ReferralLine = z.object({
  ...common,
  handle: z.string(),
  due: Moment,
  provisional: z.boolean(),
  acknowledged: z.boolean(),
  /** The webhook could not be delivered: this list is where the department learns of it. */
  undelivered: z.boolean(),
});

/** What became of a department's message. Late and surplus ones are kept too; nothing is dropped. */
export const Receipt = z.object({
  outcome: z.enum(["recorded", "received-late", "received-after-close"]),
});
