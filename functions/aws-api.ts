/** What the API needs. It starts with DynamoDB and the secret; other clients are loaded when first needed. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { openEndpoints } from "@window/aws/endpoints.ts";
import { openMarks } from "@window/aws/marks.ts";
import { environment } from "@window/aws/names.ts";
import { openQuotas } from "@window/aws/quotas.ts";
import { openViewRows } from "@window/aws/views.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { Objects } from "@window/domain/port/objects.ts";
import type { ApiDeps } from "@window/http/api-deps.ts";
import { TrustedIssuer } from "@window/http/bearer.ts";
import { treeHash } from "@window/node/tree-hash.ts";
import { verifyWebhook } from "@window/node/webhook-signature.ts";
import * as z from "zod";
import { catalogue } from "./aws-catalogue.ts";
import { isSet, need, once } from "./aws-env.ts";
import { ids, keyedOf, ledger, personKeys, secret } from "./aws-ledger.ts";
import { log } from "./aws-log.ts";
import { roots, rootSigner } from "./aws-roots.ts";
import { sealingVault } from "./aws-sealing.ts";
import { endpointsSecret, reportsSecret } from "./aws-secrets.ts";
import { signer } from "./aws-signer.ts";

const signing = (): Pick<Objects, "presign" | "link"> => {
  const open = once(async () => {
    const { bucketNamed } = await import("@window/aws/bucket.ts");
    const { openSigning } = await import("@window/aws/signed-objects.ts");
    return openSigning(bucketNamed(need(environment.documents), isSet(environment.pathStyle)));
  });
  return {
    presign: async (key, terms) => (await open()).presign(key, terms),
    link: async (key, version, seconds) => (await open()).link(key, version, seconds),
  };
};

export const apiDeps = once(async (): Promise<ApiDeps> => {
  const kept = await secret()();
  return {
    ...ledger(),
    catalogue: catalogue(),
    bundles: async () => (await import("@window/catalogue/bundles.ts")).bundles,
    periods: async () => (await import("@window/catalogue/retention.ts")).retention,
    marks: openMarks(tableNamed(need(environment.records))),
    keyed: keyedOf(kept),
    ids: ids(kept),
    personKeys: personKeys(kept),
    vault: sealingVault(),
    objects: signing(),
    signer: signer(),
    roots: roots(),
    rootSigner: rootSigner(),
    treeHash,
    views: openViewRows(tableNamed(need(environment.views))),
    endpoints: openEndpoints(endpointsSecret()),
    gatewaySecrets: reportsSecret(),
    prove: ({ now, ...message }) => verifyWebhook({ ...message, nowSeconds: Math.floor(now / 1000) }),
    wireClock,
    quotas: openQuotas(tableNamed(need(environment.records)), wireClock),
    issuers: z.array(TrustedIssuer).parse(JSON.parse(need(environment.issuers))),
    origin: need(environment.origin),
    log,
  };
});
