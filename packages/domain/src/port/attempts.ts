import type { Attempt } from "../delivery/delivery.ts";
import type { NoticeId, ReferralId } from "../id.ts";

/** What was tried under a claim, which says of which referral and as which attempt. */
export type Made = Omit<Attempt, "referral" | "number">;

/** One sender's claim on (subject, number). `token` is its own: whoever claims after it has another. */
export interface Claim<Subject = ReferralId | NoticeId> {
  readonly subject: Subject;
  readonly number: number;
  readonly token: string;
}

/**
 * Plain records of what was tried towards departments, kept 30 days. Every adapter promises:
 * - `claim` lets one sender at a time have (subject, number): it gets a claim; others are told "in-progress" while it is
 *   held, and "done" after `record`. A claim whose sender died is free again after 60 seconds, or when the only process
 *   restarts.
 * - `release` ends a claim whose outcome stands elsewhere: of a notice the attempts are commits.
 * - `release` and `record` do nothing for a claim that somebody else has got since: who comes late frees nobody's
 *   attempt and speaks for nobody. Done twice they are done once.
 * - `list` gives the attempts of a referral in order.
 */
export interface Attempts {
  claim<Subject extends ReferralId | NoticeId>(
    subject: Subject,
    number: number,
  ): Promise<Claim<Subject> | "in-progress" | "done">;
  release(claim: Claim<NoticeId>): Promise<void>;
  record(claim: Claim<ReferralId>, made: Made): Promise<void>;
  list(referral: ReferralId): Promise<readonly Attempt[]>;
}
