import type { Case } from "../case/case.ts";
import { nextWatched } from "../case/checkpoint.ts";
import type { CaseEvent, Terms } from "../case/event.ts";
import type { CaseId, ReferralId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { Timer } from "../timer.ts";

interface Arm {
  readonly kind: "arm";
  readonly timer: Timer;
}

/**
 * Of the instants that are watched beside warning and promise one timer waits at a time; none for what is over, and none
 * again for what was reached when effects are run once more.
 */
export const check = (now: Case, subject: CaseId | ReferralId, at: Instant | undefined): readonly Arm[] => {
  const referral = subject === now.case ? undefined : subject;
  const isReached = now.reached.some((known) => known.setFor === at && known.referral === referral);
  const asked = now.referrals.find((known) => known.referral === referral);
  const isOver = now.phase !== "running" || asked?.answer !== undefined || asked?.superseded === true;
  return at === undefined || isReached || isOver
    ? []
    : [{ kind: "arm", timer: { subject, plan: "check", at } }];
};

export const checkNext = (
  now: Case,
  { setFor, referral }: Extract<CaseEvent, { type: "case.checkpoint-reached.v1" }>,
): readonly Arm[] => {
  if (referral === undefined) return check(now, now.case, nextWatched(now.watched, setFor));
  const asked = now.referrals.find((known) => known.referral === referral);
  return check(now, referral, nextWatched(asked?.watched, setFor));
};

/** Where nothing is promised no instant is waited for. */
export const watch = (now: Case, { warnAt, promised, watched }: Terms): readonly Arm[] => [
  ...check(now, now.case, nextWatched(watched, undefined)),
  ...(warnAt === undefined
    ? []
    : [{ kind: "arm", timer: { subject: now.case, plan: "warning", at: warnAt } } as const]),
  ...(promised === undefined
    ? []
    : [{ kind: "arm", timer: { subject: now.case, plan: "due", at: promised.due } } as const]),
];
