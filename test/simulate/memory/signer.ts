import { ResultClaims } from "@window/domain/result/result-claims.ts";
import type { Signer } from "@window/domain/port/signer.ts";

/** Believes its own certificates; what a real signature is worth is tested in test/wire. */
export const openMemorySigner = (): Signer => {
  const signed = new Set<string>();
  return {
    async certify(claims) {
      const certificate = JSON.stringify(claims);
      signed.add(certificate);
      return certificate;
    },
    verify: async (certificate) =>
      signed.has(certificate) ? ResultClaims.parse(JSON.parse(certificate)) : undefined,
    keys: async () => [],
  };
};
