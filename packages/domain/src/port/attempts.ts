import type { Attempt } from "../delivery/delivery.ts";
import type { NoticeId, ReferralId } from "../id.ts";

/**
 * Plain records of what was tried towards departments, kept 30 days. Every adapter promises:
 * - `claim` lets one sender at a time have (subject, number): "claimed" once; while it is held "in-progress"; after
 *   `record` "done". A claim whose sender died is free again after 60 seconds, or when the only process restarts.
 * - `release` ends a claim whose outcome stands elsewhere: of a notice the attempts are commits.
 * - `list` gives the attempts of a referral in order.
 */
export interface Attempts {
  claim(subject: ReferralId | NoticeId, number: number): Promise<"claimed" | "in-progress" | "done">;
  release(subject: NoticeId, number: number): Promise<void>;
  record(attempt: Attempt): Promise<void>;
  list(referral: ReferralId): Promise<readonly Attempt[]>;
}
