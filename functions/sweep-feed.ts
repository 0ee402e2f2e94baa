/** Every five minutes → what the change stream did not bring. */
import { sweepFeed } from "@window/domain/dispatch/sweep-feed.ts";
import { sweepingDeps } from "./aws-sweep.ts";
import { entry } from "./aws-events.ts";
import { failed as logFailed, log } from "./aws-log.ts";

export const handler = entry(sweepingDeps, async (deps) => {
  const { found, failed } = await sweepFeed(deps);
  log({ event: "feed-swept", found, failed: failed.length });
  for (const { stream, fault } of failed) logFailed(stream, fault);
  if (failed.length > 0) throw new Error("some streams could not be dispatched");
});
