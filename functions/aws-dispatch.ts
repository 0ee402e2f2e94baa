/** What the effects of a commit need. */
import { channelsOf } from "@window/aws/channels.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { environment } from "@window/aws/names.ts";
import { registerEndpoints } from "@window/aws/register-endpoints.ts";
import { openViewRows } from "@window/aws/views.ts";
import type { Dispatching } from "@window/domain/dispatch/dispatch.ts";
import type { Objects } from "@window/domain/port/objects.ts";
import { reaching } from "./aws-reach.ts";
import { isSet, need, once } from "./aws-env.ts";
import { personKeys, secret } from "./aws-ledger.ts";
import { sealingRounds, sealingVault } from "./aws-sealing.ts";
import { channelSecrets, registersSecret } from "./aws-secrets.ts";
import { signer } from "./aws-signer.ts";

/** The client of S3 is loaded by the first erasure or copy. */
const objects = (): Pick<Objects, "erase" | "copy"> => {
  const open = once(async () => {
    const { bucketNamed } = await import("@window/aws/bucket.ts");
    const { openCopying } = await import("@window/aws/copy-object.ts");
    const { openErasing } = await import("@window/aws/erase-objects.ts");
    const bucket = bucketNamed(need(environment.documents), isSet(environment.pathStyle));
    return { ...openCopying(bucket), ...openErasing(bucket) };
  });
  return {
    copy: async (from, version, to) => (await open()).copy(from, version, to),
    erase: async (application, document) => (await open()).erase(application, document),
  };
};

export const dispatching = async () => {
  const kept = await secret()();
  const { mail, sms } = channelsOf(channelSecrets());
  const endpointOf = registerEndpoints(registersSecret());
  return {
    ...reaching(kept),
    personKeys: personKeys(kept),
    registers: { connected: async (register) => (await endpointOf(register)) !== undefined },
    notifier: { connected: async (channel) => (await (channel === "sms" ? sms() : mail())) !== undefined },
    views: openViewRows(tableNamed(need(environment.views))),
    vault: sealingVault(),
    rounds: sealingRounds(),
    signer: signer(),
    objects: objects(),
    origin: need(environment.origin),
  } satisfies Dispatching;
};

export const dispatchingDeps = once(dispatching);
