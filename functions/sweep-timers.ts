/** Every hour → executions for the instants of the next 36 hours, and what is overdue and was not reached. */
import { sweepTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { sweepingTimersDeps } from "./aws-reach.ts";
import { entry } from "./aws-events.ts";
import { log } from "./aws-log.ts";

export const handler = entry(sweepingTimersDeps, async (deps) => {
  const { seen, failed } = await sweepTimers(deps);
  log({ event: "timers-swept", seen, failed: failed.length });
  if (failed.length > 0) throw new Error("some instants could not be reached");
});
