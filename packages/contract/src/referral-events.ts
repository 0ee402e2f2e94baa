import { CaseId, CaseNumber, ReferralId } from "@window/domain/id.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { ReasonCode } from "@window/domain/item/item.ts";
import { StepId } from "@window/domain/item/step.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { attributes, Timestamp } from "./cloud-event.ts";

/** Departments may run on the same machine as the window, so plain http is a matter of the address rules, not of this. */
const Address = z.url({ protocol: /^https?$/ }).max(2048);

/**
 * What a department is told: that it is asked, what, by when, and where to read and answer. Thin on purpose: nothing
 * personal leaves before the department fetches `details` with its own credentials.
 */
export const ReferralRequested = z.object({
  ...attributes,
  type: z.literal("talent.referral.requested.v1"),
  subject: ReferralId,
  time: Timestamp,
  datacontenttype: z.literal("application/json"),
  data: z.object({
    referral: ReferralId,
    case: CaseId,
    caseNumber: CaseNumber,
    item: ItemId,
    step: StepId,
    question: Text,
    /** Names this referral and this department; good until the case is archived. */
    handle: z.string().min(16).max(512),
    /** Where the answer is posted. */
    callback: Address,
    /** Where the case can be read. */
    details: Address,
    /** ISO 8601 in UTC. */
    due: z.iso.datetime(),
    /** 预计: the calendar of that year is not published yet, so `due` may move. */
    provisional: z.boolean(),
  }),
});
export type ReferralRequested = z.infer<typeof ReferralRequested>;

const json = { datacontenttype: z.literal("application/json").nullish() };

/** 签收: the department has seen the referral. */
export const ReferralAcknowledged = z.object({
  ...attributes,
  ...json,
  type: z.literal("talent.referral.acknowledged.v1"),
  data: z.strictObject({}),
});
export type ReferralAcknowledged = z.infer<typeof ReferralAcknowledged>;

/** For the file, in the department's own words; may be about a person and is kept as ciphertext. */
const Opinion = z.string().trim().min(1).max(2000);
const Reasons = z.array(ReasonCode).max(20);

/** 办理意见. A refusal names at least one ground from the item's closed list (行政许可法 art. 38: reasons are owed). */
export const Answer = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("agree"), reasons: Reasons.default([]), opinion: Opinion.optional() }),
  z.strictObject({ outcome: z.literal("refuse"), reasons: Reasons.min(1), opinion: Opinion.optional() }),
]);
export type Answer = z.infer<typeof Answer>;

/** The one final answer of a department. */
export const ReferralAnswered = z.object({
  ...attributes,
  ...json,
  type: z.literal("talent.referral.answered.v1"),
  data: Answer,
});
export type ReferralAnswered = z.infer<typeof ReferralAnswered>;

/** Everything a department may post to a callback. Extension attributes (tracing and the like) are read over. */
export const ReferralCallback = z.discriminatedUnion("type", [ReferralAcknowledged, ReferralAnswered]);
export type ReferralCallback = z.infer<typeof ReferralCallback>;
