import type { RootSigner } from "@window/domain/port/root-signer.ts";
import { signEs256 } from "@window/node/es256.ts";
import { composeRootJws } from "@window/node/signed-root.ts";
import { openSigningKeys } from "./signing-keys.ts";

export const openRootSigner = (folder: { readonly place: (name: string) => string }): RootSigner => {
  const signingKeys = openSigningKeys(folder.place("keys"), "root");
  return {
    sign(root) {
      const { jwk, key } = signingKeys.newest();
      return composeRootJws(root, jwk.kid, async (bytes) => signEs256(key, bytes));
    },
    keys: async () => signingKeys.all().map(({ jwk }) => jwk),
  };
};
