/** The task `Reach` of the machine `deadline`: an instant of the due index has come. */
import { reach } from "@window/domain/act/reach.ts";
import { fromIso } from "@window/domain/instant.ts";
import { Timer } from "@window/domain/timer.ts";
import * as z from "zod";
import { reachingDeps } from "./aws-reach.ts";
import { entry } from "./aws-events.ts";

/** `at` is what the machine waited for, in real time; `legal` is the instant of the due index. */
const Reached = z.object({
  subject: Timer.shape.subject,
  plan: Timer.shape.plan,
  legal: z.string().transform(fromIso),
});

export const handler = entry(reachingDeps, (deps, event) => {
  const { subject, plan, legal } = Reached.parse(event);
  return reach(deps, { subject, plan, at: legal });
});
