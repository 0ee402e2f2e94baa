/** The same sweeps as in the cloud, at the same pace (design §4, §5). */
import { sweepFeed, type Sweeping } from "@window/domain/dispatch/sweep-feed.ts";
import { signRoots, type Rooting } from "@window/domain/dispatch/sign-roots.ts";
import { sweepTimers, type SweepingTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { HOUR, MINUTE } from "@window/domain/instant.ts";
import { log, nameOf } from "./local-log.ts";

const FEED_EVERY = 5 * MINUTE;
const TIMERS_EVERY = HOUR;
const ROOTS_EVERY = HOUR;
/** A dispatch that failed is looked for again this soon. */
const SOON = 1000;

export const openSweeps = (deps: Sweeping & SweepingTimers & Rooting) => {
  const timers: NodeJS.Timeout[] = [];
  const quietly = (sweep: () => Promise<unknown>) => (): void => {
    sweep().catch((error: unknown) => log({ event: "sweep-failed", fault: nameOf(error) }));
  };
  const feed = async () => {
    const { failed } = await sweepFeed(deps);
    if (failed.length > 0)
      log({ event: "not-swept", what: "feed", failed: failed.length, first: failed[0] ?? "" });
  };
  /** Nobody sweeps further back on this machine, and the index is small: every row of the past is looked at. */
  const instants = async () => {
    const { failed } = await sweepTimers(deps, Number.POSITIVE_INFINITY);
    const first = failed[0]?.subject ?? "";
    if (failed.length > 0) log({ event: "not-swept", what: "instants", failed: failed.length, first });
  };
  let rooting = Promise.resolve(0);
  /** One after the other; whoever stops the window waits for the one under way. */
  const roots = (): Promise<number> => (rooting = rooting.catch(() => 0).then(() => signRoots(deps)));
  return {
    instants,
    roots,
    soon: (): void => void timers.push(setTimeout(quietly(feed), SOON).unref()),
    async run(): Promise<void> {
      await feed();
      await instants();
      timers.push(setInterval(quietly(feed), FEED_EVERY).unref());
      timers.push(setInterval(quietly(instants), TIMERS_EVERY).unref());
      // Nobody who comes waits for them: the hours of a long rest are rooted while the window is open.
      timers.push(setTimeout(quietly(roots), SOON).unref());
      timers.push(setInterval(quietly(roots), ROOTS_EVERY).unref());
    },
    async stop(): Promise<void> {
      timers.forEach(clearTimeout);
      await rooting.catch(() => 0);
    },
  };
};
