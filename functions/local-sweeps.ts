/** The same sweeps as in the cloud, at the same pace (design §4, §5). */
import { sweepFeed, type Sweeping } from "@window/domain/dispatch/sweep-feed.ts";
import { runRetention, type Retaining } from "@window/domain/dispatch/run-retention.ts";
import { signRoots, type Rooting } from "@window/domain/dispatch/sign-roots.ts";
import { sweepTimers, type SweepingTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { HOUR, MINUTE } from "@window/domain/instant.ts";
import { openSweep } from "./local-sweep.ts";

const FEED_EVERY = 5 * MINUTE;
const TIMERS_EVERY = HOUR;
const ROOTS_EVERY = HOUR;
const RETENTION_EVERY = 24 * HOUR;
const EXECUTIONS_EVERY = 24 * HOUR;

type Work = Sweeping &
  SweepingTimers &
  Rooting &
  Retaining & { readonly workflow: { readonly forget: () => Promise<number> } };

export const openSweeps = (deps: Work) => {
  const feed = openSweep("feed", FEED_EVERY, async () => {
    const { failed } = await sweepFeed(deps);
    return failed.map(({ stream }) => stream);
  });
  /** Nobody sweeps further back on this machine, and the index is small: every row of the past is looked at. */
  const instants = openSweep("instants", TIMERS_EVERY, async () => {
    const { failed } = await sweepTimers(deps, Number.POSITIVE_INFINITY);
    return failed.map(({ subject }) => subject);
  });
  const roots = openSweep("roots", ROOTS_EVERY, async () => {
    await signRoots(deps);
    return [];
  });
  const retention = openSweep("retention", RETENTION_EVERY, async () => {
    await runRetention(deps);
    return [];
  });
  const executions = openSweep("executions", EXECUTIONS_EVERY, async () => {
    await deps.workflow.forget();
    return [];
  });
  return {
    retention: retention.run,
    instants: instants.run,
    roots: roots.run,
    soon: feed.soon,
    async run(): Promise<void> {
      await feed.run();
      await instants.run();
      // Nobody who comes waits for them: the hours of a long rest are rooted, and what is over goes, while the window is open.
      for (const sweep of [roots, executions, retention]) sweep.soon();
      for (const sweep of [feed, instants, roots, executions, retention]) sweep.start();
    },
    async stop(): Promise<void> {
      await Promise.all([feed, instants, roots, executions, retention].map((sweep) => sweep.stop()));
    },
  };
};
