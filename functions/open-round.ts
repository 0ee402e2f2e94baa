/** The task `Open round` of the machine `route`. */
import { openRound } from "@window/domain/act/open-round.ts";
import { routingDeps } from "./aws.ts";
import { taskEntry } from "./aws-events.ts";

export const handler = taskEntry(routingDeps, (deps, { case: subject, token }) =>
  openRound(deps, subject, token),
);
