import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { DecryptCommand, GenerateDataKeyCommand } from "@aws-sdk/client-kms";
import type { KMSClient } from "@aws-sdk/client-kms";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { bytes, bytesOf, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { openFresh } from "./fresh.ts";
import { keys } from "./names.ts";

const Key = { [keys.partition]: text(keys.wrapping) };

/** Bound into the ciphertext and shown in the key service's own log. */
const EncryptionContext = { purpose: keys.wrapping };

const whole = (key: Uint8Array | undefined): Uint8Array => {
  if (key?.length !== 32) throw new Error("the key service gave no key of 32 bytes");
  return key;
};

/**
 * The key that data keys and task tokens are wrapped under. It rests in the table of keys, encrypted by the key service,
 * which unwraps it at most every five minutes per process.
 */
export const openWrappingKey = (
  { client, name: TableName }: Table,
  service: { readonly client: KMSClient; readonly keyId: string },
  clock: WireClock,
): (() => Promise<Uint8Array>) => {
  /** Of two first ones the table keeps one, and both use that. */
  const make = async (): Promise<Uint8Array> => {
    const made = await service.client.send(
      new GenerateDataKeyCommand({ KeyId: service.keyId, KeySpec: "AES_256", EncryptionContext }),
    );
    const put = new PutItemCommand({
      TableName,
      Item: { ...Key, blob: bytes(made.CiphertextBlob ?? new Uint8Array()) },
      ConditionExpression: "attribute_not_exists(#subject)",
      ExpressionAttributeNames: { "#subject": keys.partition },
    });
    try {
      await client.send(put);
      return whole(made.Plaintext);
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
      return unwrap();
    }
  };

  const unwrap = async (): Promise<Uint8Array> => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    if (Item === undefined) return make();
    const CiphertextBlob = bytesOf(Item, "blob");
    const opened = await service.client.send(
      new DecryptCommand({ KeyId: service.keyId, CiphertextBlob, EncryptionContext }),
    );
    return whole(opened.Plaintext);
  };

  return openFresh(unwrap, clock);
};
