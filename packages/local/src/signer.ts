import type { Signer } from "@window/domain/port/signer.ts";
import { composeCertificate, verifyCertificate } from "@window/node/certificate.ts";
import { signEs256Aside } from "@window/node/es256.ts";
import { openSigningKeys } from "./signing-keys.ts";

export interface LocalSigner extends Signer {
  /** Certificates are signed with a new key from now on; what was signed before stays good. */
  rotate(): void;
}

export const openSigner = (folder: { readonly place: (name: string) => string }): LocalSigner => {
  const signingKeys = openSigningKeys(folder.place("keys"), "certificate");
  const published = () => signingKeys.all().map(({ jwk }) => jwk);
  return {
    certify(claims) {
      const { jwk, key } = signingKeys.newest();
      return composeCertificate(claims, jwk.kid, (bytes) => signEs256Aside(key, bytes));
    },
    async verify(certificate) {
      const check = verifyCertificate(certificate, published());
      return check.ok ? check.claims : undefined;
    },
    keys: async () => published(),
    rotate: () => signingKeys.add(),
  };
};
