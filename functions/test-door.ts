/** Stage `test` alone: moves the legal clock and runs the hourly sweep. Any other stage fails to synthesize with it. */
import { sweepTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { fromIso } from "@window/domain/instant.ts";
import * as z from "zod";
import { sweepingTimersDeps } from "./aws-reach.ts";
import { moved } from "./aws-move-clock.ts";
import { httpEntry } from "./aws-events.ts";

const Move = z.object({ to: z.string().transform(fromIso) });

export const handler = httpEntry(async () => {
  const deps = await sweepingTimersDeps();
  return {
    origin: "http://test-door.example",
    answer: async (request) => {
      await moved(Move.parse(await request.json()).to);
      const { seen, failed } = await sweepTimers(deps);
      return Response.json({ now: deps.clock.now(), seen, failed: failed.length });
    },
  };
});
