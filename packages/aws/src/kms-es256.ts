import { SignCommand } from "@aws-sdk/client-kms";
import { derToP1363 } from "@window/node/es256.ts";
import type { PublicJwk } from "@window/node/es256.ts";
import { openPublicKeys, type SigningKeys } from "./kms-public-keys.ts";

/** ES256 by the key service: the private key never leaves it. */
export interface KmsEs256 {
  /** Id of the key that `sign` uses, as it is published. */
  readonly kid: () => Promise<string>;
  /** 64 bytes, r and s. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly keys: () => Promise<readonly PublicJwk[]>;
}

/** Throws when there is no key at all. */
export const openKmsEs256 = ({ client, ids }: SigningKeys): KmsEs256 => {
  const [newest] = ids;
  if (newest === undefined) throw new Error("there is no key to sign with");
  const keyOf = openPublicKeys({ client });
  return {
    kid: async () => (await keyOf(newest)).kid,
    async sign(Message) {
      const command = {
        KeyId: newest,
        Message,
        MessageType: "RAW",
        SigningAlgorithm: "ECDSA_SHA_256",
      } as const;
      const { Signature = new Uint8Array() } = await client.send(new SignCommand(command));
      return derToP1363(Signature);
    },
    keys: () => Promise.all(ids.map(keyOf)),
  };
};
