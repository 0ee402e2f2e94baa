import type { ApplicationLine } from "@window/contract/wire/application.ts";
import type { Case, CaseLine, StuckCase } from "@window/contract/wire/case.ts";
import type { DeskCase, DeskLine } from "@window/contract/wire/desk.ts";
import type { EntryLine } from "@window/contract/wire/edition.ts";
import type { Referral, ReferralLine } from "@window/contract/wire/referral.ts";
import type { Revocation } from "@window/contract/wire/result.ts";
import type { Day } from "@window/domain/day.ts";
import type { Text } from "@window/domain/text.ts";
import type * as z from "zod";

export type ShownCase = z.output<typeof Case>;
export type ShownDesk = z.output<typeof DeskCase>;
export type ShownReferral = z.output<typeof Referral>;

/** A way into the demonstration: be somebody, and look at one prepared case. */
export interface Door {
  readonly id: string;
  readonly person: string;
  /** Who this is and what one will see, in one sentence. */
  readonly sentence: Text;
}

/** What somebody has on their own list, by what they are here for; everything as the API told that person. */
export interface Lists {
  readonly own?: readonly z.output<typeof CaseLine>[];
  readonly drafts?: readonly z.output<typeof ApplicationLine>[];
  readonly desk?: readonly z.output<typeof DeskLine>[];
  readonly worklist?: readonly z.output<typeof ReferralLine>[];
  readonly stuck?: readonly z.output<typeof StuckCase>[];
  readonly catalogue?: readonly z.output<typeof EntryLine>[];
  readonly revocations?: readonly z.output<typeof Revocation>[];
}

/** The one thing that lies open before them. */
export type Opened =
  | { readonly as: "owner"; readonly case: ShownCase }
  | { readonly as: "desk"; readonly desk: ShownDesk }
  | { readonly as: "department"; readonly referral: ShownReferral };

export interface Seen {
  readonly lists: Lists;
  readonly opened?: Opened | undefined;
}

/** What became of a prepared case while the clock was moved. */
export type Change = "overdue" | "warned" | "granted" | "refused" | "accepted" | "other-turn";

export interface Move {
  readonly from: Day;
  readonly to: Day;
  readonly changes: readonly { readonly number: string; readonly itemName: Text; readonly what: Change }[];
}

export interface Overview {
  /** `making`: the cases are being made right now; `absent`: this folder was begun without. */
  readonly state: "making" | "made" | "failed" | "absent";
  /** The day by the legal clock. */
  readonly day: Day;
  /** The prepared cases as their owners read them, the latest last. */
  readonly cases: readonly { readonly story: string; readonly seen: ShownCase }[];
  /** The last move of the clock. */
  readonly move?: Move | undefined;
}

/** Prepared cases and a movable clock: only in a demonstration on one machine. */
export interface Stage {
  readonly doors: readonly Door[];
  overview(): Promise<Overview>;
  /** What is seen through a door; `opened` names another thing on the list to lay open. Undefined for what is not there. */
  see(door: string, opened: string | undefined): Promise<Seen | undefined>;
  /** Moves the clock to the opening of the next working day, if it is still that day: asked twice, it moves once. */
  nextWorkingDay(after: string): Promise<void>;
}
