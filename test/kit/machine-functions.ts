import { openRound, reportStuck } from "@window/domain/act/open-round.ts";
import { reach, type Reaching } from "@window/domain/act/reach.ts";
import { CaseId } from "@window/domain/id.ts";
import { fromIso } from "@window/domain/instant.ts";
import { Timer } from "@window/domain/timer.ts";
import type { Handler } from "@window/local/runner/calls.ts";
import type { FunctionName } from "@window/workflow/definition.ts";
import * as z from "zod";

const Called = z.object({ case: CaseId, token: z.string() });
const Reached = z.object({
  subject: Timer.shape.subject,
  plan: Timer.shape.plan,
  at: z.string().transform(fromIso),
});

/** What both machines call, as the composition roots have it. `deps` is read when a function is called. */
export const machineFunctions = (deps: () => Reaching): Readonly<Record<FunctionName, Handler>> => ({
  "open-round": (payload) => {
    const { case: subject, token } = Called.parse(payload);
    return openRound(deps(), subject, token);
  },
  "mark-stuck": (payload) => {
    const { case: subject, token } = Called.parse(payload);
    return reportStuck(deps(), subject, token, "opening-failed");
  },
  reach: (payload) => reach(deps(), Reached.parse(payload)),
});
