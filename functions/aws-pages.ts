/** What the pages need: they read, count who asks how often, and sign nothing. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { environment } from "@window/aws/names.ts";
import { openQuotas } from "@window/aws/quotas.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { Signer } from "@window/domain/port/signer.ts";
import { askProgress } from "@window/http/ask-progress.ts";
import { verifyCertificate } from "@window/http/verify-certificate.ts";
import type { PortalDeps } from "@window/portal/deps.ts";
import { catalogue } from "./aws-catalogue.ts";
import { need, once } from "./aws-env.ts";
import { ids, keyedOf, ledger, secret } from "./aws-ledger.ts";
import { log } from "./aws-log.ts";

/** The client of the key service is loaded by the first certificate. */
const verifier = (): Pick<Signer, "verify"> => {
  const open = once(async () => {
    const { openVerifier } = await import("@window/aws/verifier.ts");
    const { keyService } = await import("@window/aws/key-service.ts");
    return openVerifier({ client: keyService(), ids: need(environment.signingKeys).split(" ") });
  });
  return { verify: async (certificate) => (await open()).verify(certificate) };
};

export const pagesOrigin = (): string => need(environment.origin);

export const pagesDeps = once(async (): Promise<PortalDeps> => {
  const kept = await secret()();
  const asked = {
    ...ledger(),
    catalogue: catalogue(),
    keyed: keyedOf(kept),
    ids: ids(kept),
    signer: verifier(),
    quotas: openQuotas(tableNamed(need(environment.records)), wireClock),
  };
  return {
    catalogue: asked.catalogue,
    progress: (number, queryCode, address) => askProgress(asked, address, { number, queryCode }),
    verify: (certificate) => verifyCertificate(asked, certificate),
    failed: (incident, fault) => log({ event: "failed", incident, fault: fault.name }),
  };
});
