import { CaseOutcome } from "@window/domain/application/event.ts";
import { AnswerOutcome, Standing } from "@window/domain/case/event.ts";
import { DecisionBasis } from "@window/domain/case/duty-event.ts";
import { ApplicationId, CaseId, CaseNumber, ReferralId, ResultId } from "@window/domain/id.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { Reason } from "@window/domain/item/item.ts";
import { CaseKind } from "@window/domain/item/kind.ts";
import { StepId } from "@window/domain/item/step.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { Delay, ReachedCard } from "./delay.ts";
import { Moment, Term } from "./moment.ts";
import { Verification } from "./verification.ts";

const Named = z.object({ id: DepartmentId, name: Text });

/** `received` 收件, `running` 受理 and after, `decided` 决定, `withdrawn` 撤回; `lapsed`: what it needed was not granted. */
export const CasePhase = z.enum(["received", "running", "decided", "withdrawn", "lapsed"]);

/** Whose turn it is: the window's, or that of departments that have been asked and have not answered; nobody's at the end. */
const Turn = z.discriminatedUnion("of", [
  z.object({ of: z.literal("window") }),
  z.object({ of: z.literal("applicant") }),
  z.object({ of: z.literal("employer") }),
  /** Of a bundle: another case of the same application is decided first. */
  z.object({ of: z.literal("earlier-case") }),
  z.object({ of: z.literal("departments"), departments: z.array(Named) }),
  z.object({ of: z.literal("nobody") }),
]);

const Referral = z.object({
  referral: ReferralId,
  round: z.int(),
  step: StepId,
  department: Named,
  question: Text,
  openedAt: Moment,
  term: Term,
  acknowledgedAt: Moment.nullable(),
  /** The department's system could not be reached; it has the referral on its worklist. */
  undelivered: z.boolean(),
  /** Asked on a way that was left since: nobody waits for the answer. */
  superseded: z.boolean(),
  answer: z
    .object({ at: Moment, standing: Standing, outcome: AnswerOutcome, reasons: z.array(Reason) })
    .nullable(),
  /** Further final answers, kept and without effect. */
  secondAnswers: z.int(),
});

const Decision = z.object({
  at: Moment,
  decision: z.enum(["granted", "refused"]),
  reasons: z.array(Reason),
  late: z.boolean(),
  /** Of a case that no department decided: on what it rests. */
  basis: DecisionBasis.nullable(),
  /** By when a commitment is verified afterwards. */
  checkBy: Term.nullable(),
});

/** What a grant waits for until the item after it is applied for; nobody's clock runs. */
const Sequel = z.object({
  item: ItemId,
  awaits: z.string(),
  text: Text,
  /** The case that followed; null while it is awaited. */
  case: CaseId.nullable(),
});

const common = {
  number: CaseNumber,
  itemName: Text,
  window: WindowId,
  phase: CasePhase,
  receivedAt: Moment,
  promised: Term.nullable(),
  overdueAt: Moment.nullable(),
  /** Why it is over its limit; null while it is not. */
  delay: Delay.nullable(),
  turn: Turn,
  /** 授权, 代办 or 一事一议, and why: the rule that applied when the case was opened. */
  kind: CaseKind,
  because: Text,
  /** The window whose business it is; it need not be the one that took the application in. */
  competent: WindowId,
};

/** A case 办件 as its owner reads it. */
export const Case = z.object({
  ...common,
  case: CaseId,
  application: ApplicationId,
  item: ItemId,
  version: z.int(),
  acceptedAt: Moment.nullable(),
  legal: Term.nullable(),
  warnAt: Moment.nullable(),
  warnedAt: Moment.nullable(),
  /** What supervision has said of it, oldest first. */
  cards: z.array(ReachedCard),
  stuck: z.boolean(),
  referrals: z.array(Referral),
  verifications: z.array(Verification),
  decision: Decision.nullable(),
  sequel: Sequel.nullable(),
  /** The kind it had before it was changed, and when. */
  changed: z.object({ at: Moment, from: CaseKind }).nullable(),
  result: ResultId.nullable(),
  /** What one may do about the decision, or, before it, about a refusal. */
  remedies: Text,
  /** No reconsideration and no court: the law makes the decision final. */
  final: z.boolean(),
});
export type Case = z.input<typeof Case>;

/** What number and query code show without login: how far it is, and no reason that could tell about the person. */
export const Progress = z.object({
  ...common,
  decision: z.enum(["granted", "refused"]).nullable(),
  /** All cases of an application for several items, in their order; empty for a single one. */
  together: z.array(
    z.object({
      number: CaseNumber,
      itemName: Text,
      standing: z.enum(["waiting", "running", ...CaseOutcome.options]),
    }),
  ),
});
export type Progress = z.input<typeof Progress>;

/** A case whose round could not be opened: what an operator needs to mend it, and nothing about the person. */
export const StuckCase = z.object({
  case: CaseId,
  number: CaseNumber,
  item: ItemId,
  window: WindowId,
  receivedAt: Moment,
  round: z.int(),
  cause: z.string(),
  stuckAt: Moment,
  /** An operator has asked to go on; its machine tries the round again. */
  resumptionAskedAt: Moment.nullable(),
});
export type StuckCase = z.input<typeof StuckCase>;

export const CaseLine = z.object({
  case: CaseId,
  application: ApplicationId,
  number: CaseNumber,
  item: ItemId,
  window: WindowId,
  phase: CasePhase,
  receivedAt: Moment,
  due: Moment.nullable(),
  provisional: z.boolean(),
  overdue: z.boolean(),
  decision: z.enum(["granted", "refused"]).nullable(),
});
