/** What webhooks, questions and notices need to get out. */
import { openAttempts } from "@window/aws/attempts.ts";
import { channelsOf } from "@window/aws/channels.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openEndpoints } from "@window/aws/endpoints.ts";
import { environment } from "@window/aws/names.ts";
import { registerEndpoints } from "@window/aws/registers.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { Delivering } from "@window/domain/act/deliver.ts";
import type { SendingNotices } from "@window/domain/act/send-notice.ts";
import type { Verifying } from "@window/domain/act/verify-case.ts";
import { courier } from "@window/node/courier.ts";
import { openNotifier } from "@window/node/notifier.ts";
import { httpRegisters } from "@window/node/http-registers.ts";
import { reaching } from "./aws-reach.ts";
import { isSet, need, once } from "./aws-env.ts";
import { ids, secret } from "./aws-ledger.ts";
import { vault } from "./aws-sealed.ts";

export const deliveringDeps = once(async (): Promise<Delivering & Verifying & SendingNotices> => {
  const read = secret();
  const kept = await read();
  return {
    ...reaching(kept),
    attempts: openAttempts(tableNamed(need(environment.records)), wireClock),
    endpoints: openEndpoints(read),
    vault: vault(),
    registers: httpRegisters({
      endpointOf: registerEndpoints(read),
      clock: wireClock,
      allowLoopback: isSet(environment.loopback),
    }),
    notifier: openNotifier({
      ...channelsOf(read),
      clock: wireClock,
      allowLoopback: isSet(environment.loopback),
    }),
    origin: need(environment.origin),
    ids: ids(kept),
    courier: courier({
      origin: need(environment.origin),
      clock: wireClock,
      allowLoopback: isSet(environment.loopback),
    }),
  };
});
