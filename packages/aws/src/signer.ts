import { GetPublicKeyCommand, SignCommand } from "@aws-sdk/client-kms";
import type { KMSClient } from "@aws-sdk/client-kms";
import type { Signer } from "@window/domain/port/signer.ts";
import { composeCertificate, verifyCertificate } from "@window/node/certificate.ts";
import { derToP1363, publicJwk } from "@window/node/es256.ts";
import type { PublicJwk } from "@window/node/es256.ts";
import { createPublicKey } from "node:crypto";

export interface SigningKeys {
  readonly client: KMSClient;
  /** Newest first. The first signs; the others were used before and stay, so that old certificates verify. */
  readonly ids: readonly string[];
}

/** ES256 by the key service: the private key never leaves it. Public keys never change and are asked for once. */
export const openSigner = ({ client, ids }: SigningKeys): Signer => {
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

  const sign = async (Message: Uint8Array): Promise<Uint8Array> => {
    const command = {
      KeyId: newest,
      Message,
      MessageType: "RAW",
      SigningAlgorithm: "ECDSA_SHA_256",
    } as const;
    const { Signature = new Uint8Array() } = await client.send(new SignCommand(command));
    return derToP1363(Signature);
  };

  const keys = () => Promise.all(ids.map(keyOf));

  return {
    certify: async (claims) => composeCertificate(claims, (await keyOf(newest)).kid, sign),
    async verify(certificate) {
      const checked = verifyCertificate(certificate, await keys());
      return checked.ok ? checked.claims : undefined;
    },
    keys,
  };
};
