import type { Verification } from "@window/contract/wire/result.ts";
import { applicationOf } from "@window/domain/act/issue-result.ts";
import { application } from "@window/domain/application/decide.ts";
import { current } from "@window/domain/perform.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import type { Signer } from "@window/domain/port/signer.ts";
import { showRevoked } from "./show/revoked.ts";

export interface Certifying {
  readonly store: EventStore;
  readonly signer: Pick<Signer, "verify">;
}

/** What a certificate is worth now: who signed it, whether it was handed out, whether it was taken back. */
export const verifyCertificate = async (
  { store, signer }: Certifying,
  certificate: string,
): Promise<Verification> => {
  const claims = await signer.verify(certificate.trim());
  if (claims === undefined) return { verdict: "not-genuine" };
  const { state } = await current(store, application, applicationOf(claims.jti));
  if (state?.result?.result !== claims.jti) return { verdict: "not-genuine" };
  const revoked = showRevoked(state.result);
  return revoked === null ? { verdict: "genuine", claims } : { verdict: "revoked", claims, revoked };
};
