import { GetPublicKeyCommand, SignCommand } from "@aws-sdk/client-kms";
import type { KMSClient } from "@aws-sdk/client-kms";
import { derToP1363, publicJwk } from "@window/node/es256.ts";
import type { PublicJwk } from "@window/node/es256.ts";
import { createPublicKey } from "node:crypto";

export interface SigningKeys {
  readonly client: KMSClient;
  /** Newest first. The first signs; the others were used before and stay, so that what they signed verifies. */
  readonly ids: readonly string[];
}

/** ES256 by the key service: the private key never leaves it. Public keys never change and are asked for once. */
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
  const known = new Map<string, Promise<PublicJwk>>();

  const read = async (KeyId: string): Promise<PublicJwk> => {
    const { PublicKey = new Uint8Array() } = await client.send(new GetPublicKeyCommand({ KeyId }));
    return publicJwk(createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" }));
  };

  const keyOf = (id: string): Promise<PublicJwk> => {
    const held = known.get(id);
    if (held !== undefined) return held;
    const reading = read(id);
    known.set(id, reading);
    reading.catch(() => known.delete(id));
    return reading;
  };

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
