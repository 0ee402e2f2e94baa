/** Every hour → executions for the instants of the next 36 hours, and what is overdue and was not reached. */
import { LOOK_BACK, sweepTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { HOUR } from "@window/domain/instant.ts";
import { sweepingTimersDeps } from "./aws-reach.ts";
import { entry } from "./aws-events.ts";
import { log } from "./aws-log.ts";
import * as z from "zod";

/** The schedule says nothing; an operator may say how many days back to look (runbook, SweepDeadLetters). */
const Asked = z.object({ lookBackDays: z.int().positive().optional() });

export const handler = entry(sweepingTimersDeps, async (deps, event) => {
  const { lookBackDays } = Asked.parse(event);
  const lookBack = lookBackDays === undefined ? LOOK_BACK : lookBackDays * 24 * HOUR;
  const { seen, failed } = await sweepTimers(deps, lookBack);
  log({ event: "timers-swept", seen, failed: failed.length });
  if (failed.length > 0) throw new Error("some instants could not be reached");
});
