import type { Sealed } from "../declared.ts";
import type { ActorId, ApplicationId, CaseId, CaseNumber, ReferralId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { ItemId } from "../item/item-id.ts";
import type { ReasonCode } from "../item/item.ts";
import type { StepId } from "../item/step.ts";
import type { DepartmentId } from "../place/department.ts";
import type { WindowId } from "../place/window.ts";
import type { CaseKind } from "../item/kind.ts";
import type { AnswerOutcome, Signer, Standing, Term } from "./event.ts";
import type { Ruling } from "./ruling.ts";
import type { Verified } from "./verified.ts";

export interface ReferralAnswer {
  readonly at: Instant;
  readonly standing: Standing;
  readonly outcome: AnswerOutcome;
  readonly reasons: readonly ReasonCode[];
  readonly opinion?: Sealed;
}

/** What one department is asked 转办. */
export interface Referral {
  readonly referral: ReferralId;
  readonly round: number;
  readonly step: StepId;
  readonly department: DepartmentId;
  readonly openedAt: Instant;
  readonly term: Term;
  readonly acknowledgedAt?: Instant;
  readonly undelivered: boolean;
  /** Asked on a way that was left since: nobody waits for the answer. */
  readonly superseded: boolean;
  readonly answer?: ReferralAnswer;
  readonly secondAnswers: number;
}

export interface CaseDecision {
  readonly at: Instant;
  readonly decision: "granted" | "refused";
  readonly reasons: readonly ReasonCode[];
  readonly late: boolean;
  readonly basis?: "verified" | "contradicted" | "committed";
  readonly checkBy?: Term;
}

/** A round that could not be opened, and whether an operator has since asked to go on. */
export interface Stuck {
  readonly round: number;
  readonly cause: string;
  readonly at: Instant;
  readonly resumptionAskedAt?: Instant;
}

/** A case 办件: one item of one application with all its referrals and its clock. */
export interface Case extends Ruling {
  readonly case: CaseId;
  readonly application: ApplicationId;
  readonly owner: ActorId;
  readonly number: CaseNumber;
  readonly item: ItemId;
  readonly version: number;
  readonly window: WindowId;
  readonly receivedAt: Instant;
  /** `lapsed`: it never began, because a case that it waited for was not granted. */
  readonly phase: "received" | "running" | "decided" | "withdrawn" | "lapsed";
  /** With its application: for whoever asks, it is not there any more. */
  readonly erased?: true;
  readonly acceptedAt?: Instant;
  readonly promised?: Term;
  readonly legal?: Term;
  readonly warnAt?: Instant;
  readonly warnedAt?: Instant;
  readonly overdueAt?: Instant;
  /** Rounds closed so far; the round numbered `roundsClosed` is the open one, or the next. */
  readonly roundsClosed: number;
  /** The round with which the present way began; earlier ones belong to a way that was left. */
  readonly firstRound: number;
  /** When the last of them closed. */
  readonly roundClosedAt?: Instant;
  readonly referrals: readonly Referral[];
  readonly verifications: readonly Verified[];
  readonly stuck?: Stuck;
  readonly timesStuck: number;
  /** Who was asked to sign, and who has not yet. */
  readonly commitment?: { readonly asked: readonly Signer[]; readonly open: readonly Signer[] };
  /** How often its kind was changed. */
  readonly changes: number;
  readonly changed?: { readonly at: Instant; readonly from: CaseKind; readonly reason: Sealed };
  readonly follows?: CaseId;
  readonly followedBy?: CaseId;
  readonly decision?: CaseDecision;
}

export type CaseState = Case | undefined;
