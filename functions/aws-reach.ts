/** What may set instants and send webhooks besides. */
import { openDeliveries } from "@window/aws/deliveries.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openMarks } from "@window/aws/marks.ts";
import { environment } from "@window/aws/names.ts";
import { queueAt } from "@window/aws/queue.ts";
import type { Root } from "@window/aws/secrets.ts";
import { openTimers } from "@window/aws/timers.ts";
import type { Reaching } from "@window/domain/act/reach.ts";
import type { SweepingTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { routing } from "./aws.ts";
import { need, once } from "./aws-env.ts";
import { secret } from "./aws-ledger.ts";

export const reaching = (kept: Root) =>
  ({
    ...routing(kept),
    timers: openTimers(tableNamed(need(environment.records))),
    deliveries: openDeliveries(queueAt(need(environment.deliveries))),
  }) satisfies Reaching;

export const reachingDeps = once(async (): Promise<Reaching> => reaching(await secret()()));

/** What the hourly sweep needs besides. */
export const sweepingTimersDeps = once(async (): Promise<SweepingTimers> => ({
  ...(await reachingDeps()),
  marks: openMarks(tableNamed(need(environment.records))),
}));
