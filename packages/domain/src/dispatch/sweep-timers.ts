import type { Reaching } from "../act/reach.ts";
import { reach } from "../act/reach.ts";
import { NEAR, startTimer } from "../act/arm.ts";
import { HOUR, Instant, later, MINUTE } from "../instant.ts";
import type { Marks } from "../port/marks.ts";
import type { Timer } from "../timer.ts";

export interface SweepingTimers extends Reaching {
  readonly marks: Marks;
}

/** An instant this long past whose row is still there was not reached by its execution. */
const OVERDUE = 10 * MINUTE;

/** How far back overdue rows are looked for; an operator has it look further after a longer outage (runbook). */
export const LOOK_BACK = 31 * 24 * HOUR;

/** Up to this instant every row has its execution: whoever sets a nearer one starts it himself (`arm`). */
const MARK = "timers-started";

/** Clocks of writers differ a little, and an index is a little behind: so much before the mark is looked at again. */
const OVERLAP = 10 * MINUTE;

/** Rows that are seen to at the same time: enough to share commits, few enough for any store. */
const AT_ONCE = 32;

interface Swept {
  readonly seen: number;
  readonly failed: readonly Timer[];
}

/** Does `act` to every row between two instants; one that fails does not stop the others. */
const each = async (
  { timers }: Pick<Reaching, "timers">,
  [from, until]: readonly [Instant, Instant],
  act: (timer: Timer) => Promise<unknown>,
): Promise<Swept> => {
  const failed: Timer[] = [];
  let seen = 0;
  let after: string | undefined;
  if (from >= until) return { seen, failed };
  do {
    const page = await timers.between(from, until, after);
    seen += page.timers.length;
    for (let first = 0; first < page.timers.length; first += AT_ONCE) {
      const some = page.timers.slice(first, first + AT_ONCE);
      await Promise.all(some.map((timer) => act(timer).catch(() => failed.push(timer))));
    }
    after = page.next;
  } while (after !== undefined);
  return { seen, failed };
};

/**
 * Starts the executions of the instants that have come nearer than 36 hours since the last sweep, and fires again what
 * is overdue and was not reached, with what became of a start that was lost. The mark moves when all were started, so a
 * sweep that dies or fails leaves nothing out. Returns how many rows were looked at, and those that failed.
 */
export const sweepTimers = async (deps: SweepingTimers, lookBack = LOOK_BACK): Promise<Swept> => {
  const now = deps.clock.now();
  const overdue = later(now, -Math.min(now, OVERDUE));
  const horizon = later(now, NEAR);
  const first = later(now, -Math.min(now, lookBack));
  const reached = await each(deps, [first, overdue], (timer) => reach(deps, timer));
  const mark = await deps.marks.get(MARK);
  const from = Math.max(overdue, mark === undefined ? 0 : mark - OVERLAP);
  const started = await each(deps, [Instant.parse(from), horizon], (timer) => startTimer(deps, timer));
  if (started.failed.length === 0 && horizon > (mark ?? 0)) await deps.marks.put(MARK, horizon);
  return { seen: reached.seen + started.seen, failed: [...reached.failed, ...started.failed] };
};
