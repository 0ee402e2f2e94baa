import { GetPublicKeyCommand } from "@aws-sdk/client-kms";
import type { KMSClient } from "@aws-sdk/client-kms";
import { publicJwk } from "@window/node/es256.ts";
import type { PublicJwk } from "@window/node/es256.ts";
import { createPublicKey } from "node:crypto";

export interface SigningKeys {
  readonly client: KMSClient;
  /** Newest first. The first signs; the others were used before and stay, so that what they signed verifies. */
  readonly ids: readonly string[];
}

/** The public key of an id. Public keys never change and are asked for once; whoever only verifies needs no more. */
export const openPublicKeys = ({
  client,
}: Pick<SigningKeys, "client">): ((id: string) => Promise<PublicJwk>) => {
  const known = new Map<string, Promise<PublicJwk>>();

  const read = async (KeyId: string): Promise<PublicJwk> => {
    const { PublicKey = new Uint8Array() } = await client.send(new GetPublicKeyCommand({ KeyId }));
    return publicJwk(createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" }));
  };

  return (id) => {
    const held = known.get(id);
    if (held !== undefined) return held;
    const reading = read(id);
    known.set(id, reading);
    reading.catch(() => known.delete(id));
    return reading;
  };
};
