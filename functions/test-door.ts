/** Stage `test` alone: moves the legal clock and runs what runs by the clock. Any other stage fails to synthesize with it. */
import { signRoots } from "@window/domain/dispatch/sign-roots.ts";
import { runRetention } from "@window/domain/dispatch/run-retention.ts";
import { sweepTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { fromIso } from "@window/domain/instant.ts";
import * as z from "zod";
import { sweepingTimersDeps } from "./aws-reach.ts";
import { retainingDeps } from "./aws-retention.ts";
import { rootingDeps } from "./aws-rooting.ts";
import { moved } from "./aws-move-clock.ts";
import { httpEntry } from "./aws-events.ts";

/** `roots`: the hours that have closed are rooted too, `retention`: what is over is erased; after a jump of weeks either takes its time. */
const Move = z.object({
  to: z.string().transform(fromIso),
  roots: z.boolean().default(false),
  retention: z.boolean().default(false),
});

export const handler = httpEntry(async () => {
  const deps = await sweepingTimersDeps();
  return {
    origin: "http://test-door.example",
    answer: async (request) => {
      const { to, roots, retention } = Move.parse(await request.json());
      await moved(to);
      const { seen, failed } = await sweepTimers(deps);
      const rooted = roots ? await signRoots(await rootingDeps()) : 0;
      const reports = retention ? await runRetention(await retainingDeps()) : [];
      return Response.json({ reports, now: deps.clock.now(), seen, failed: failed.length, rooted });
    },
  };
});
