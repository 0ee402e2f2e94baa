/** Every night → what has been kept long enough is erased; what follows from that the dispatcher does. */
import { runRetention } from "@window/domain/dispatch/run-retention.ts";
import { entry } from "./aws-events.ts";
import { log } from "./aws-log.ts";
import { retainingDeps } from "./aws-retention.ts";

export const handler = entry(retainingDeps, async (deps) => {
  for (const { record, from, until, erased, held } of await runRetention(deps))
    log({ event: "retained", record, from, until, erased, held });
});
