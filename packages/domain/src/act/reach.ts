import { caseDecider } from "../case/decide.ts";
import { caseOf } from "../case/referral-id.ts";
import { nextRound } from "../case/round.ts";
import type { CaseId, ReferralId } from "../id.ts";
import { HOUR, later } from "../instant.ts";
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
export const ROUND_LIFE = 300 * 24 * HOUR;

const reachCheckpoint = async (deps: Reaching, subject: CaseId, plan: "warning" | "due", at: Timer["at"]) => {
  const request = follows(deps.keyed, `reach.${plan}.${String(at)}`);
  await perform(deps, caseDecider, subject, always({ type: "reach", plan, at } as const), request);
};

const renewRound = async (deps: Reaching, subject: CaseId, round: number, at: Timer["at"]) => {
  const { state } = await current(deps.store, caseDecider, subject);
  if (state === undefined || nextRound(state, pinned(deps.catalogue, state)) !== round) return;
  await arm(deps, { subject, plan: `round-${round}`, at: later(at, ROUND_LIFE) });
  await deps.workflow.start("route", `${subject}-${String(round)}-${String(at)}`, { case: subject });
};

const sendAgain = async (deps: Reaching, referral: ReferralId, attempt: number) => {
  const subject = caseOf(referral);
  const { state } = await current(deps.store, caseDecider, subject);
  const department = state?.referrals.find((asked) => asked.referral === referral)?.department;
  if (department !== undefined)
    await deps.deliveries.send({ case: subject, referral, department, attempt }, 0);
};

const isCase = (subject: Timer["subject"]): subject is CaseId => subject.startsWith("case_");

const act = async (deps: Reaching, { subject, plan, at }: Timer): Promise<void> => {
  const number = Number(plan.slice(plan.indexOf("-") + 1));
  if (!isCase(subject)) return sendAgain(deps, subject, number);
  if (plan === "warning" || plan === "due") return reachCheckpoint(deps, subject, plan, at);
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
