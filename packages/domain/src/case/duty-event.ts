import * as z from "zod";
import { oneOf, Sealed } from "../declared.ts";
import { ReferralId } from "../id.ts";
import { Instant } from "../instant.ts";
import { Card, CheckpointId, WatchedLimit } from "../item/checkpoint.ts";
import { ReasonCode } from "../item/item.ts";
import { DepartmentId } from "../place/department.ts";
import { WindowId } from "../place/window.ts";
import { DelayReason } from "./delay.ts";
import { Term, watched } from "./term.ts";

/** Who is told, by post: the id of a window or department, or the code of a post above them. */
export const ToldPost = z.union([
  WindowId.meta({ declared: "id" }),
  DepartmentId.meta({ declared: "id" }),
  oneOf(["supervisor"]),
]);
export type ToldPost = z.infer<typeof ToldPost>;

/** On what a decision rests that no department took; `tacit`: the law of the item draws it from silence. */
export const DecisionBasis = oneOf(["verified", "contradicted", "committed", "tacit"]);
export type DecisionBasis = z.infer<typeof DecisionBasis>;

/** What supervision says of a case, and what a red card asks of the window. */
export const dutyEvents = [
  /** A checkpoint was reached: for which instant it was set, and which posts were told. `referral`: of that step alone. */
  z.object({
    type: z.literal("case.checkpoint-reached.v1"),
    checkpoint: CheckpointId.meta({ declared: "code" }),
    card: Card,
    limit: WatchedLimit,
    setFor: Instant,
    referral: ReferralId.exactOptional(),
    told: z.array(ToldPost),
  }),
  /** With a red card the window owes the public a reason (优化营商环境条例 art. 36). */
  z.object({
    type: z.literal("case.explanation-owed.v1"),
    limit: WatchedLimit,
    by: WindowId.meta({ declared: "id" }),
  }),
  /** Ready to be decided, and held until the delay is explained. */
  z.object({
    type: z.literal("case.decision-held.v1"),
    decision: oneOf(["granted", "refused"]),
    reasons: z.array(ReasonCode.meta({ declared: "code" })),
    basis: DecisionBasis.exactOptional(),
  }),
  /** The public reason, whose delay it is, and the new date; the note is to the applicant alone. */
  z.object({
    type: z.literal("case.delay-explained.v1"),
    reason: DelayReason,
    responsible: z.union([WindowId.meta({ declared: "id" }), DepartmentId.meta({ declared: "id" })]),
    expected: Term,
    note: Sealed.exactOptional(),
    ...watched,
  }),
] as const;
