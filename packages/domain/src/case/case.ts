import type { Sealed } from "../declared.ts";
import type { ActorId, ApplicationId, CaseId, CaseNumber, ReferralId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { ItemId } from "../item/item-id.ts";
import type { ReasonCode } from "../item/item.ts";
import type { StepId } from "../item/step.ts";
import type { DepartmentId } from "../place/department.ts";
import type { WindowId } from "../place/window.ts";
import type { CaseKind } from "../item/kind.ts";
import type { Card, CheckpointId, WatchedLimit } from "../item/checkpoint.ts";
import type { Watched } from "./checkpoint.ts";
import type { DelayReason } from "./delay.ts";
import type { AnswerOutcome, Signer, Standing } from "./event.ts";
import type { DecisionBasis, ToldPost } from "./duty-event.ts";
import type { Term } from "./term.ts";
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
  readonly watched?: readonly Watched[];
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
  readonly basis?: DecisionBasis;
  readonly checkBy?: Term;
}

/** A round that could not be opened, and whether an operator has since asked to go on. */
export interface Stuck {
  readonly round: number;
  readonly cause: string;
  readonly at: Instant;
  readonly resumptionAskedAt?: Instant;
}

/** A checkpoint that was reached, when, and who was told. */
export interface Reached {
  readonly checkpoint: CheckpointId;
  readonly card: Card;
  readonly limit: WatchedLimit;
  readonly setFor: Instant;
  readonly at: Instant;
  readonly referral?: ReferralId;
  readonly told: readonly ToldPost[];
}

/** What the public was told of a delay. */
export interface Explanation {
  readonly at: Instant;
  readonly reason: DelayReason;
  readonly responsible: WindowId | DepartmentId;
  readonly expected: Term;
  readonly note?: Sealed;
}

/** A reason that is owed since a red card, by whom, and the last one given; `open` until it answers the last card. */
export interface Duty {
  readonly since: Instant;
  readonly limit: WatchedLimit;
  readonly by: WindowId;
  readonly open: boolean;
  readonly times: number;
  readonly explained?: Explanation;
}

/** A decision that waits for the explanation of the delay. */
export interface HeldDecision {
  readonly since: Instant;
  readonly decision: "granted" | "refused";
  readonly reasons: readonly ReasonCode[];
  readonly basis?: DecisionBasis;
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
  /** Instants at which its terms are looked at, beside `warnAt` and the promise itself. */
  readonly watched?: readonly Watched[];
  readonly reached: readonly Reached[];
  readonly duty?: Duty;
  readonly held?: HeldDecision;
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
  readonly commitment?: {
    readonly asked: readonly Signer[];
    readonly open: readonly Signer[];
    readonly askedAt: Instant;
  };
  /** How often its kind was changed. */
  readonly changes: number;
  readonly changed?: { readonly at: Instant; readonly from: CaseKind; readonly reason: Sealed };
  readonly follows?: CaseId;
  readonly followedBy?: CaseId;
  readonly decision?: CaseDecision;
}

export type CaseState = Case | undefined;
