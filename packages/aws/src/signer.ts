import type { Signer } from "@window/domain/port/signer.ts";
import { composeCertificate, verifyCertificate } from "@window/node/certificate.ts";
import { openKmsEs256, type SigningKeys } from "./kms-es256.ts";

export const openSigner = (signingKeys: SigningKeys): Signer => {
  const { kid, sign, keys } = openKmsEs256(signingKeys);
  return {
    certify: async (claims) => composeCertificate(claims, await kid(), sign),
    async verify(certificate) {
      const checked = verifyCertificate(certificate, await keys());
      return checked.ok ? checked.claims : undefined;
    },
    keys,
  };
};
