import type { Signer } from "@window/domain/port/signer.ts";
import { composeCertificate } from "@window/node/certificate.ts";
import { openKmsEs256 } from "./kms-es256.ts";
import type { SigningKeys } from "./kms-public-keys.ts";
import { verifying } from "./verifier.ts";

export const openSigner = (signingKeys: SigningKeys): Signer => {
  const { kid, sign, keys } = openKmsEs256(signingKeys);
  return {
    certify: async (claims) => composeCertificate(claims, await kid(), sign),
    ...verifying(keys),
    keys,
  };
};
