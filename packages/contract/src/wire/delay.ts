import { DelayReason } from "@window/domain/case/delay.ts";
import { Day } from "@window/domain/day.ts";
import { CaseId, ReferralId } from "@window/domain/id.ts";
import { Card, WatchedLimit } from "@window/domain/item/checkpoint.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { Moment } from "./moment.ts";

const Responsible = z.union([WindowId, DepartmentId]);

/** A checkpoint that was reached: when, and which posts were told. No person is named. */
export const ReachedCard = z.object({
  at: Moment,
  checkpoint: z.string(),
  card: Card,
  limit: WatchedLimit,
  setFor: Moment,
  /** Of one step alone. */
  referral: ReferralId.nullable(),
  told: z.array(z.string()),
});

/** Why a case is late, as the public reads it, and when it is expected now. `provisional` 预计: that date may move. */
export const DelayExplained = z.object({
  at: Moment,
  reason: z.object({ code: DelayReason, text: Text }),
  responsible: Responsible,
  expected: Day,
  provisional: z.boolean(),
});

/** A red card 红牌: since when a reason is owed, by which window, and the last one that was given. */
export const Delay = z.object({
  since: Moment,
  limit: WatchedLimit,
  by: WindowId,
  /** A reason is owed, and until it is given the case is not decided. */
  owed: z.boolean(),
  explained: DelayExplained.nullable(),
});

/** `reason` may be left out only to be told that it may not. The note is for the applicant alone, sealed with the case. */
export const DelayExplanation = z.strictObject({
  reason: DelayReason.optional(),
  responsible: Responsible,
  expected: Day,
  note: z.string().trim().min(1).max(500).optional(),
});

/** The case after its delay was explained; what was ready to be decided is decided in the same moment. */
export const Explained = z.object({
  case: CaseId,
  delay: Delay,
  decision: z.enum(["granted", "refused"]).nullable(),
});

/** A case over its limit as everybody may read it: neither the person nor the number of the case. */
export const LateCase = z.object({
  item: ItemId,
  window: WindowId,
  since: Moment,
  limit: WatchedLimit,
  reason: z.object({ code: DelayReason, text: Text }).nullable(),
  responsible: Responsible.nullable(),
  expected: Day.nullable(),
  provisional: z.boolean(),
});
