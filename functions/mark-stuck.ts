/** The task `Stuck` of the machine `route`: opening a round failed three times. */
import { reportStuck } from "@window/domain/act/open-round.ts";
import { routingDeps } from "./aws.ts";
import { taskEntry } from "./aws-events.ts";

export const handler = taskEntry(routingDeps, (deps, { case: subject, token }) =>
  reportStuck(deps, subject, token, "opening-failed"),
);
