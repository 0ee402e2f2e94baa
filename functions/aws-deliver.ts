/** What webhooks, questions and notices need to get out. */
import { openAttempts } from "@window/aws/attempts.ts";
import { openCourier } from "@window/aws/courier.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openEndpoints } from "@window/aws/endpoints.ts";
import { environment } from "@window/aws/names.ts";
import { openNotifier } from "@window/aws/notifier.ts";
import { openRegisters } from "@window/aws/registers.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { Delivering } from "@window/domain/act/deliver.ts";
import type { SendingNotices } from "@window/domain/act/send-notice.ts";
import type { Verifying } from "@window/domain/act/verify-case.ts";
import { reaching } from "./aws-reach.ts";
import { isSet, need, once } from "./aws-env.ts";
import { ids, secret } from "./aws-ledger.ts";
import { vault } from "./aws-sealed.ts";
import { channelSecrets, endpointsSecret, registersSecret } from "./aws-secrets.ts";

export const deliveringDeps = once(async (): Promise<Delivering & Verifying & SendingNotices> => {
  const kept = await secret()();
  const outside = { clock: wireClock, allowLoopback: isSet(environment.loopback) };
  return {
    ...reaching(kept),
    attempts: openAttempts(tableNamed(need(environment.records)), wireClock),
    endpoints: openEndpoints(endpointsSecret()),
    vault: vault(),
    registers: openRegisters(registersSecret(), outside),
    notifier: openNotifier(channelSecrets(), outside),
    origin: need(environment.origin),
    ids: ids(kept),
    courier: openCourier({ origin: need(environment.origin), ...outside }),
  };
});
