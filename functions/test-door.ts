/** Stage `test` alone: moves the legal clock and runs what runs every hour. Any other stage fails to synthesize with it. */
import { signRoots } from "@window/domain/dispatch/sign-roots.ts";
import { sweepTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { fromIso } from "@window/domain/instant.ts";
import * as z from "zod";
import { sweepingTimersDeps } from "./aws-reach.ts";
import { rootingDeps } from "./aws-rooting.ts";
import { moved } from "./aws-move-clock.ts";
import { httpEntry } from "./aws-events.ts";

/** `roots`: the hours that have closed are rooted too; after a jump of weeks that takes its time. */
const Move = z.object({ to: z.string().transform(fromIso), roots: z.boolean().default(false) });

export const handler = httpEntry(async () => {
  const deps = await sweepingTimersDeps();
  return {
    origin: "http://test-door.example",
    answer: async (request) => {
      const { to, roots } = Move.parse(await request.json());
      await moved(to);
      const { seen, failed } = await sweepTimers(deps);
      const rooted = roots ? await signRoots(await rootingDeps()) : 0;
      return Response.json({ now: deps.clock.now(), seen, failed: failed.length, rooted });
    },
  };
});
