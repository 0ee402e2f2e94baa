import { HOUR, later, toIso } from "../instant.ts";
import type { LegalClock } from "../port/legal-clock.ts";
import type { Timers } from "../port/timers.ts";
import type { Workflow } from "../port/workflow.ts";
import type { Timer } from "../timer.ts";

export interface Arming {
  readonly clock: LegalClock;
  readonly timers: Timers;
  readonly workflow: Workflow;
}

/** Only instants this near have an execution; the hourly sweep starts those of the others (design §5). */
export const NEAR = 36 * HOUR;

/** Starting it twice is harmless: the name is made of subject, plan and instant. */
export const startTimer = async (
  { workflow }: Pick<Arming, "workflow">,
  { subject, plan, at }: Timer,
): Promise<void> => {
  await workflow.start("deadline", `${subject}-${plan}-${String(at)}`, { subject, plan, at: toIso(at) });
};

/** Puts an instant into the due index, and starts its execution when it is near. */
export const arm = async (deps: Arming, timer: Timer): Promise<void> => {
  await deps.timers.set(timer);
  if (timer.at <= later(deps.clock.now(), NEAR)) await startTimer(deps, timer);
};
