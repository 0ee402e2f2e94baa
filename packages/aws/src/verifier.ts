import type { Signer } from "@window/domain/port/signer.ts";
import { verifyCertificate } from "@window/node/certificate.ts";
import type { PublicJwk } from "@window/node/es256.ts";
import { openPublicKeys, type SigningKeys } from "./kms-public-keys.ts";

type Verifier = Pick<Signer, "verify">;

export const verifying = (keys: () => Promise<readonly PublicJwk[]>): Verifier => ({
  async verify(certificate) {
    const checked = verifyCertificate(certificate, await keys());
    return checked.ok ? checked.claims : undefined;
  },
});

/** The half of the signer that signs nothing, for a function whose role may not sign. */
export const openVerifier = ({ client, ids }: SigningKeys): Verifier => {
  const keyOf = openPublicKeys({ client });
  return verifying(() => Promise.all(ids.map(keyOf)));
};
