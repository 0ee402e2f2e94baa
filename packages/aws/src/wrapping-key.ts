import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { DecryptCommand } from "@aws-sdk/client-kms";
import type { KMSClient } from "@aws-sdk/client-kms";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { bytesOf, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { openFresh } from "./fresh.ts";
import { keys } from "./names.ts";

export const Key = { [keys.partition]: text(keys.wrapping) };

/** Bound into the ciphertext and shown in the key service's own log. */
export const EncryptionContext = { purpose: keys.wrapping };

export interface KeyService {
  readonly client: KMSClient;
  readonly keyId: string;
}

type Make = (table: Table, service: KeyService) => Promise<Uint8Array | undefined>;

export const whole = (key: Uint8Array | undefined): Uint8Array => {
  if (key?.length !== 32) throw new Error("the key service gave no key of 32 bytes");
  return key;
};

/** Whoever only opens has nothing to open before somebody has sealed, and may not make a key. */
const absent: Make = () => Promise.reject(new Error("nothing was ever sealed here"));

/**
 * The key that data keys and task tokens are wrapped under. It rests in the table of keys, encrypted by the key service,
 * which unwraps it at most every five minutes per process. Whoever seals gives `make` for the first time.
 */
export const openWrappingKey = (
  table: Table,
  service: KeyService,
  clock: WireClock,
  make = absent,
): (() => Promise<Uint8Array>) => {
  const unwrap = async (): Promise<Uint8Array> => {
    const read = new GetItemCommand({ TableName: table.name, Key, ConsistentRead: true });
    const { Item } = await table.client.send(read);
    if (Item === undefined) return (await make(table, service)) ?? unwrap();
    const CiphertextBlob = bytesOf(Item, "blob");
    const opened = await service.client.send(
      new DecryptCommand({ KeyId: service.keyId, CiphertextBlob, EncryptionContext }),
    );
    return whole(opened.Plaintext);
  };
  return openFresh(unwrap, clock);
};
