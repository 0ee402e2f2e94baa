import type { Calendar } from "../calendar/calendar.ts";
import type { Day } from "../day.ts";
import type { Hash, Sealed } from "../declared.ts";
import type { ActorId, ApplicationId, CaseId, CaseNumber, ReferralId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { Item, ReasonCode } from "../item/item.ts";
import type { RegisterId } from "../item/verification.ts";
import type { WayId } from "../item/way.ts";
import type { DepartmentId } from "../place/department.ts";
import type { WindowId } from "../place/window.ts";
import type { Verdict } from "../port/registers.ts";
import type { DelayReason } from "./delay.ts";
import type { AnswerOutcome } from "./event.ts";
import type { Officer } from "./officer.ts";
import type { Ruling } from "./ruling.ts";

/** What whoever decides on the spot has found. */
export type Finding = "verified" | "not-verifiable" | "contradicted";

/** Item and calendar come in as values: the case is pinned to the item's version, the calendar is the one in force. */
export type CaseCommand =
  | {
      readonly type: "open";
      readonly case: CaseId;
      readonly application: ApplicationId;
      readonly owner: ActorId;
      readonly number: CaseNumber;
      readonly item: Item;
      readonly ruling: Ruling;
      readonly follows?: CaseId;
      readonly window: WindowId;
      readonly receivedAt: Instant;
      readonly calendar: Calendar;
    }
  | { readonly type: "open-round"; readonly round: number; readonly item: Item; readonly calendar: Calendar }
  | { readonly type: "acknowledge"; readonly referral: ReferralId; readonly department: DepartmentId }
  | {
      readonly type: "answer";
      readonly referral: ReferralId;
      readonly department: DepartmentId;
      readonly item: Item;
      readonly outcome: AnswerOutcome;
      readonly reasons: readonly ReasonCode[];
      readonly opinion?: Sealed;
    }
  | { readonly type: "report-undelivered"; readonly referral: ReferralId; readonly attempts: number }
  /** A checkpoint is reached; `at` is the instant it was armed for, so one of an older plan says nothing. */
  | {
      readonly type: "reach";
      readonly plan: "warning" | "due" | "check";
      readonly at: Instant;
      readonly item: Item;
      /** Of a step alone. */
      readonly referral?: ReferralId;
    }
  | {
      readonly type: "explain-delay";
      readonly officer: Officer;
      readonly reason: DelayReason | undefined;
      readonly responsible: WindowId | DepartmentId;
      readonly expected: Day;
      readonly note?: Sealed;
      readonly item: Item;
      readonly calendar: Calendar;
    }
  | {
      readonly type: "record-verdict";
      readonly verification: number;
      readonly register: RegisterId;
      readonly attempt: number;
      readonly verdict: Verdict;
      readonly asked: Hash;
    }
  | { readonly type: "report-stuck"; readonly round: number; readonly cause: string }
  | { readonly type: "resume"; readonly reason: Sealed }
  | {
      readonly type: "assess";
      readonly officer: Officer;
      readonly item: Item;
      readonly finding: Finding;
      readonly reasons: readonly ReasonCode[];
    }
  | { readonly type: "sign"; readonly officer: Officer; readonly item: Item; readonly calendar: Calendar }
  | { readonly type: "attend"; readonly officer: Officer; readonly item: Item; readonly calendar: Calendar }
  | {
      readonly type: "change-kind";
      readonly officer: Officer;
      readonly way: WayId;
      readonly reason: Sealed;
      readonly item: Item;
      readonly calendar: Calendar;
    }
  | { readonly type: "follow"; readonly by: CaseId }
  | { readonly type: "withdraw" }
  | { readonly type: "erase" };

export type CaseRefusal =
  | { readonly code: "no-such-case" }
  | { readonly code: "no-such-referral" }
  | { readonly code: "unknown-reason"; readonly reasons: readonly ReasonCode[] }
  | { readonly code: "reasons-missing" }
  | { readonly code: "own-case" }
  | { readonly code: "nothing-to-decide" }
  | { readonly code: "no-commitment" }
  | { readonly code: "nothing-to-sign" }
  | { readonly code: "no-such-way"; readonly ways: readonly WayId[] }
  | { readonly code: "no-power" }
  | { readonly code: "kind-settled" }
  | { readonly code: "no-delay-to-explain" }
  | { readonly code: "delay-reason-missing" }
  | { readonly code: "explained-by-another"; readonly by: WindowId }
  | { readonly code: "post-not-of-case"; readonly posts: readonly (WindowId | DepartmentId)[] }
  | { readonly code: "expected-date-past" }
  | { readonly code: "not-stuck" }
  | { readonly code: "already-resumed" };
