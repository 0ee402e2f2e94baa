import type { RootSigner } from "@window/domain/port/root-signer.ts";
import { composeRootJws } from "@window/node/signed-root.ts";
import { openKmsEs256 } from "./kms-es256.ts";
import type { SigningKeys } from "./kms-public-keys.ts";

export const openRootSigner = (signingKeys: SigningKeys): RootSigner => {
  const { kid, sign, keys } = openKmsEs256(signingKeys);
  return { sign: async (root) => composeRootJws(root, await kid(), sign), keys };
};
