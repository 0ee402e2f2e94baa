import * as z from "zod";
import { code, Hash, oneOf, Sealed } from "../declared.ts";
import { ActorId, ApplicationId, CaseId, CaseNumber, ReferralId } from "../id.ts";
import { Instant } from "../instant.ts";
import { ItemId } from "../item/item-id.ts";
import { ReasonCode } from "../item/item.ts";
import { CaseKind } from "../item/kind.ts";
import { StepId } from "../item/step.ts";
import { RegisterId } from "../item/verification.ts";
import { Authority, WayId } from "../item/way.ts";
import { DepartmentId } from "../place/department.ts";
import { WindowId } from "../place/window.ts";
import { DecisionBasis, dutyEvents } from "./duty-event.ts";
import { Ruling } from "./ruling.ts";
import { Term, watched } from "./term.ts";

const departmentId = DepartmentId.meta({ declared: "id" });
const reasonCode = ReasonCode.meta({ declared: "code" });
const asking = {
  /** Its place among the verifications of the item. */
  verification: z.int().nonnegative(),
  register: RegisterId.meta({ declared: "id" }),
  attempt: z.int().positive(),
  /** What was asked, under a key: it can be proved and not be read. */
  asked: Hash,
};
const stepId = StepId.meta({ declared: "code" });

/** The dates a case is held to. Where nothing is promised nobody is warned. */
export const Terms = z.object({
  promised: Term.exactOptional(),
  legal: Term.exactOptional(),
  warnAt: Instant.exactOptional(),
  ...watched,
});
export type Terms = z.infer<typeof Terms>;

export const Signer = oneOf(["applicant", "employer"]);
export type Signer = z.infer<typeof Signer>;

export const AnswerOutcome = oneOf(["agree", "refuse"]);
export type AnswerOutcome = z.infer<typeof AnswerOutcome>;

/** How an answer counts: in time, after the referral's due date, or after nobody waits for it any more. */
export const Standing = oneOf(["in-time", "late", "after-close"]);
export type Standing = z.infer<typeof Standing>;

/** What a register says of the facts. */
export const VerifiedOutcome = oneOf(["match", "mismatch", "not-found"]);

const opinion = { outcome: AnswerOutcome, reasons: z.array(reasonCode), opinion: Sealed.exactOptional() };

export const CaseEvent = z.discriminatedUnion("type", [
  /** Received 收件: the instant of submission. */
  z.object({
    type: z.literal("case.opened.v1"),
    case: CaseId,
    application: ApplicationId,
    owner: ActorId,
    number: CaseNumber,
    item: ItemId.meta({ declared: "id" }),
    version: z.int().positive(),
    window: WindowId.meta({ declared: "id" }),
    receivedAt: Instant,
    ...Ruling.shape,
    /** The case of the item that had to be granted first. */
    follows: CaseId.exactOptional(),
  }),
  /** Accepted 受理: the clocks run from here. A deliberation has no promise, and so no warning. */
  z.object({
    type: z.literal("case.accepted.v1"),
    ...Terms.shape,
  }),
  z.object({
    type: z.literal("case.round-opened.v1"),
    round: z.int().nonnegative(),
    referrals: z
      .array(
        z.object({ referral: ReferralId, step: stepId, department: departmentId, term: Term, ...watched }),
      )
      .min(1),
  }),
  z.object({ type: z.literal("case.referral-acknowledged.v1"), referral: ReferralId }),
  z.object({
    type: z.literal("case.referral-undelivered.v1"),
    referral: ReferralId,
    attempts: z.int().positive(),
  }),
  z.object({ type: z.literal("case.answered.v1"), referral: ReferralId, standing: Standing, ...opinion }),
  /** A second final answer is refused, and still kept where a person sees it. */
  z.object({ type: z.literal("case.second-answer-kept.v1"), referral: ReferralId, ...opinion }),
  z.object({ type: z.literal("case.round-closed.v1"), round: z.int().nonnegative() }),
  z.object({
    type: z.literal("case.decided.v1"),
    decision: oneOf(["granted", "refused"]),
    reasons: z.array(reasonCode),
    late: z.boolean(),
    /** Of a case that no department decided: on what it rests. */
    basis: DecisionBasis.exactOptional(),
    /** By when a commitment is verified afterwards 事中事后核查. */
    checkBy: Term.exactOptional(),
  }),
  /** What could not be verified on the spot is decided on commitments 承诺书, each signed 分别. */
  z.object({ type: z.literal("case.commitment-asked.v1"), signers: z.array(Signer).min(1) }),
  z.object({ type: z.literal("case.commitment-signed.v1"), signers: z.array(Signer).min(1) }),
  /** The case of the item after this one was submitted: nothing is awaited any more. */
  z.object({ type: z.literal("case.followed.v1"), by: CaseId }),
  z.object({
    type: z.literal("case.kind-changed.v1"),
    from: CaseKind.meta({ declared: "code" }),
    kind: CaseKind.meta({ declared: "code" }),
    way: WayId.meta({ declared: "code" }),
    decides: Authority.meta({ declared: "code" }),
    reason: Sealed,
    /** The round that was open; it is over. */
    superseded: z.int().nonnegative().exactOptional(),
    ...Terms.shape,
  }),
  z.object({ type: z.literal("case.warned.v1") }),
  z.object({ type: z.literal("case.overdue.v1") }),
  ...dutyEvents,
  z.object({ type: z.literal("case.stuck.v1"), round: z.int().nonnegative(), cause: code() }),
  /** An operator has mended what kept it; the reason is free text and so sealed under the applicant's key. */
  z.object({
    type: z.literal("case.resumption-asked.v1"),
    round: z.int().nonnegative(),
    reason: Sealed,
  }),
  z.object({ type: z.literal("case.resumed.v1"), round: z.int().nonnegative() }),
  /** A register has answered 核验; `facts` are the ones it has otherwise, under its own words. */
  z.object({
    type: z.literal("case.verified.v1"),
    ...asking,
    outcome: VerifiedOutcome,
    facts: z.array(code()),
  }),
  /** Nobody has looked: that is not "not verified", and it is tried again. */
  z.object({ type: z.literal("case.register-down.v1"), ...asking, cause: code() }),
  z.object({ type: z.literal("case.withdrawn.v1") }),
  /** Its application was erased; from here on it is in no list. */
  z.object({ type: z.literal("case.erased.v1") }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
