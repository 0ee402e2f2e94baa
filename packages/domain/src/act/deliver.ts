import type { Case, Referral } from "../case/case.ts";
import { caseDecider } from "../case/decide.ts";
import type { Attempt, Delivery } from "../delivery/delivery.ts";
import { LAST_QUEUED_ATTEMPT, waitBefore } from "../delivery/schedule.ts";
import { later } from "../instant.ts";
import { stepOf } from "../item/way-of.ts";
import { always, current, perform } from "../perform.ts";
import type { Attempts } from "../port/attempts.ts";
import type { Courier, Posted, ReferralMessage } from "../port/courier.ts";
import type { Deliveries } from "../port/deliveries.ts";
import type { Endpoints } from "../port/endpoints.ts";
import type { Ids } from "../port/ids.ts";
import type { Arming } from "./arm.ts";
import { arm } from "./arm.ts";
import type { Routing } from "./open-round.ts";
import { pinned } from "./own.ts";
import { follows } from "./system.ts";

export interface Delivering extends Routing, Arming {
  readonly ids: Ids;
  readonly endpoints: Endpoints;
  readonly attempts: Attempts;
  readonly deliveries: Deliveries;
  readonly courier: Courier;
}

/** Thrown so that the queue brings the message again: another sender has this attempt and may yet die with it. */
export class InProgress extends Error {
  override readonly name = "InProgress";
}

const message = async (deps: Delivering, state: Case, asked: Referral): Promise<ReferralMessage> => {
  const step = stepOf(await pinned(deps.catalogue, state), asked);
  const { referral, department } = asked;
  return {
    id: `msg_${referral.slice("ref_".length)}`,
    referral,
    case: state.case,
    caseNumber: state.number,
    item: state.item,
    step: asked.step,
    question: step.question,
    handle: deps.ids.handle({ case: state.case, referral, department }),
    openedAt: asked.openedAt,
    due: asked.term.due,
    provisional: asked.term.provisional,
  };
};

const outcome = (
  posted: Posted,
): Pick<Attempt, "outcome" | "latencyMs"> & Partial<Pick<Attempt, "status" | "cause">> => {
  switch (posted.kind) {
    case "answered": {
      const { status, latencyMs } = posted;
      return { outcome: status >= 200 && status < 300 ? "delivered" : "failed", status, latencyMs };
    }
    case "refused":
      return { outcome: "refused", cause: posted.cause, latencyMs: 0 };
    case "failed":
      return { outcome: "failed", cause: posted.cause, latencyMs: posted.latencyMs };
  }
};

/** The next attempt waits in the queue while that is short, then in the due index; after the tenth people take over. */
const again = async (deps: Delivering, delivery: Delivery): Promise<void> => {
  const attempt = delivery.attempt + 1;
  const wait = waitBefore(attempt);
  if (wait === undefined) return giveUp(deps, delivery);
  if (attempt <= LAST_QUEUED_ATTEMPT) return deps.deliveries.send({ ...delivery, attempt }, wait);
  return arm(deps, {
    subject: delivery.referral,
    plan: `attempt-${attempt}`,
    at: later(deps.clock.now(), wait),
  });
};

const giveUp = async (deps: Delivering, { case: subject, referral, attempt }: Delivery): Promise<void> => {
  const command = { type: "report-undelivered", referral, attempts: attempt } as const;
  await perform(deps, caseDecider, subject, always(command), follows(deps.keyed, `undelivered.${referral}`));
};

/**
 * Makes one attempt. A referral that has its answer, or whose case is over, is not sent any more; a department without
 * a system has it on its worklist. The attempt is claimed before it is made and recorded after.
 */
export const deliver = async (
  deps: Delivering,
  delivery: Delivery,
): Promise<Attempt["outcome"] | "not-needed"> => {
  const { state } = await current(deps.store, caseDecider, delivery.case);
  const asked = state?.referrals.find(({ referral }) => referral === delivery.referral);
  const endpoint = await deps.endpoints.of(delivery.department);
  const over =
    state?.phase !== "running" || asked === undefined || asked.answer !== undefined || asked.superseded;
  if (over || endpoint === undefined) return "not-needed";
  const { referral, department, attempt: number } = delivery;
  const claim = await deps.attempts.claim(referral, number);
  if (claim === "in-progress") throw new InProgress(`attempt ${String(number)} of ${referral}`);
  if (claim === "done") return "not-needed";
  const at = deps.clock.now();
  const made = outcome(await deps.courier(endpoint, await message(deps, state, asked)));
  if (made.outcome !== "delivered") await again(deps, delivery);
  await deps.attempts.record(claim, { department, at, ...made });
  return made.outcome;
};
