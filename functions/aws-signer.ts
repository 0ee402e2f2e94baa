/** Certificates; the client of the key service is loaded by the first. */
import { environment } from "@window/aws/names.ts";
import type { Signer } from "@window/domain/port/signer.ts";
import { need, once } from "./aws-env.ts";

export const signer = (): Signer => {
  const open = once(async () => {
    const { openSigner } = await import("@window/aws/signer.ts");
    const { keyService } = await import("@window/aws/key-service.ts");
    return openSigner({ client: keyService(), ids: need(environment.signingKeys).split(" ") });
  });
  return {
    certify: async (claims) => (await open()).certify(claims),
    verify: async (certificate) => (await open()).verify(certificate),
    keys: async () => (await open()).keys(),
  };
};
