import type { Reaching } from "../act/reach.ts";
import { reach } from "../act/reach.ts";
import { NEAR, startTimer } from "../act/arm.ts";
import { HOUR, later, MINUTE } from "../instant.ts";
import type { Timer } from "../timer.ts";

/** An instant this long past whose row is still there was not reached by its execution. */
const OVERDUE = 10 * MINUTE;

/** How far back overdue rows are looked for; an operator sweeps further after a longer outage (runbook). */
const LOOK_BACK = 31 * 24 * HOUR;

const fire = async (deps: Reaching, timer: Timer): Promise<void> => {
  if (timer.at < later(deps.clock.now(), -OVERDUE)) await reach(deps, timer);
  else await startTimer(deps, timer);
};

/**
 * Starts the executions of the instants of the next 36 hours and fires again what is overdue and was not reached.
 * One that fails does not stop the others. Returns how many were looked at, and those that failed.
 */
export const sweepTimers = async (
  deps: Reaching,
  lookBack = LOOK_BACK,
): Promise<{ seen: number; failed: readonly Timer[] }> => {
  const now = deps.clock.now();
  const from = later(now, -Math.min(now, lookBack));
  const failed: Timer[] = [];
  let seen = 0;
  let after: string | undefined;
  do {
    const page = await deps.timers.between(from, later(now, NEAR), after);
    for (const timer of page.timers) {
      seen += 1;
      await fire(deps, timer).catch(() => failed.push(timer));
    }
    after = page.next;
  } while (after !== undefined);
  return { seen, failed };
};
