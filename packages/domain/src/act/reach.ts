import { caseDecider } from "../case/decide.ts";
import { caseOf } from "../case/referral-id.ts";
import { nextRound, referralsOf } from "../case/round.ts";
import type { CaseId, NoticeId, ReferralId } from "../id.ts";
import type { Instant } from "../instant.ts";
import { HOUR, later } from "../instant.ts";
import { noticeDecider } from "../notice/decide.ts";
import { wayInUse } from "../notice/notice.ts";
import { always, current, perform } from "../perform.ts";
import type { Deliveries } from "../port/deliveries.ts";
import type { Timer } from "../timer.ts";
import type { Arming } from "./arm.ts";
import { arm } from "./arm.ts";
import type { Routing } from "./open-round.ts";
import { pinned } from "./own.ts";
import { follows } from "./system.ts";

export interface Reaching extends Routing, Arming {
  readonly deliveries: Deliveries;
}

/** An execution lives one year and its task waits 300 days at most; a round that is open longer gets a new one. */
const ROUND_LIFE = 300 * 24 * HOUR;

/**
 * A round that should have opened and did not: its machine is gone (an execution lives one year) or never heard.
 * Longer than the sweep looks ahead, so that a round which opens in time never costs an execution.
 */
const SLOW_OPENING = 48 * HOUR;

/** The instant at which an open round needs another execution. */
export const lifeEnd = (subject: CaseId, round: number, openedAt: Instant): Timer => ({
  subject,
  plan: `round-${round}`,
  at: later(openedAt, ROUND_LIFE),
});

/** The instant by which the round after one that closed must have opened. */
export const openingEnd = (subject: CaseId, round: number, closedAt: Instant): Timer => ({
  subject,
  plan: `round-${round}`,
  at: later(closedAt, SLOW_OPENING),
});

const isNotice = (subject: Timer["subject"]): subject is NoticeId => subject.startsWith("ntc_");
const isCase = (subject: Timer["subject"]): subject is CaseId => subject.startsWith("case_");

/** What the instant means is read with the item's checkpoints; one of a step is a matter of its case. */
const reachCheckpoint = async (
  deps: Reaching,
  { subject, plan, at }: Timer & { readonly plan: "warning" | "due" | "check" },
) => {
  if (isNotice(subject)) return;
  const [whose, referral] = isCase(subject) ? [subject, {}] : [caseOf(subject), { referral: subject }];
  const request = follows(deps.keyed, `reach.${plan}.${subject}.${String(at)}`);
  await perform(
    deps,
    caseDecider,
    whose,
    async ({ state }) =>
      state === undefined
        ? { refusal: { code: "no-such-case" } as const }
        : {
            command: {
              type: "reach",
              plan,
              at,
              item: await pinned(deps.catalogue, state),
              ...referral,
            } as const,
          },
    request,
  );
};

/** The round still waits, so it goes on in a new execution; one that opened late has had its own since. */
const renewRound = async (deps: Reaching, subject: CaseId, round: number, at: Instant) => {
  const { state } = await current(deps.store, caseDecider, subject);
  if (state === undefined || nextRound(state, await pinned(deps.catalogue, state)) !== round) return;
  const [asked] = referralsOf(state, round);
  if (asked !== undefined && lifeEnd(subject, round, asked.openedAt).at > at) return;
  if (asked !== undefined) await arm(deps, lifeEnd(subject, round, at));
  await deps.workflow.start("route", `${subject}-${String(round)}-${String(at)}`, { case: subject });
};

const sendAgain = async (deps: Reaching, referral: ReferralId, attempt: number) => {
  const subject = caseOf(referral);
  const { state } = await current(deps.store, caseDecider, subject);
  const department = state?.referrals.find((asked) => asked.referral === referral)?.department;
  if (department !== undefined)
    await deps.deliveries.send({ case: subject, referral, department, attempt }, 0);
};

/** The case is asked again for; whether that is still needed is read where the register is asked. */
const inquireAgain = async (deps: Reaching, subject: CaseId, plan: string) => {
  const [, verification = NaN, attempt = NaN] = plan.split("-").map(Number);
  const { state } = await current(deps.store, caseDecider, subject);
  const register = state?.verifications.find((each) => each.verification === verification)?.register;
  if (register !== undefined)
    await deps.deliveries.inquire({ case: subject, verification, register, attempt }, 0);
};

/** A later attempt to tell somebody has come, or nobody has heard of an earlier one. */
const tellAgain = async (deps: Reaching, notice: NoticeId, plan: string, attempt: number) => {
  const { state } = await current(deps.store, noticeDecider, notice);
  const way = state && wayInUse(state);
  if (state === undefined || way === undefined) return;
  if (plan !== "report") return deps.deliveries.tell({ notice, channel: way.channel, attempt }, 0);
  const command = { type: "give-up-waiting", attempt: state.attempts } as const;
  const request = follows(deps.keyed, `give-up-waiting.${String(state.attempts)}`);
  await perform(deps, noticeDecider, notice, always(command), request);
};

const act = async (deps: Reaching, { subject, plan, at }: Timer): Promise<void> => {
  if (plan === "warning" || plan === "due" || plan === "check")
    return reachCheckpoint(deps, { subject, plan, at });
  const number = Number(plan.slice(plan.indexOf("-") + 1));
  if (isNotice(subject)) return tellAgain(deps, subject, plan, number);
  if (!isCase(subject)) return sendAgain(deps, subject, number);
  if (plan.startsWith("inquiry-")) return inquireAgain(deps, subject, plan);
  return renewRound(deps, subject, number, at);
};

/**
 * The task `Reach`: an instant of the due index has come. What it means the ledger says; here it is only asked.
 * A timer that fires early is left in the index, so that the sweep fires it again.
 */
export const reach = async (deps: Reaching, timer: Timer): Promise<"reached" | "too-early"> => {
  if (deps.clock.now() < timer.at) return "too-early";
  await act(deps, timer);
  await deps.timers.remove(timer);
  return "reached";
};
