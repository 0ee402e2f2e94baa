import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GenerateDataKeyCommand } from "@aws-sdk/client-kms";
import { bytes } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { keys } from "./names.ts";
import { Key, EncryptionContext, whole, type KeyService } from "./wrapping-key.ts";

/** Makes the first wrapping key; undefined when somebody else has made it meanwhile: the table keeps one, and all use that. */
export const makeWrappingKey = async (
  { client, name: TableName }: Table,
  service: KeyService,
): Promise<Uint8Array | undefined> => {
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
    return undefined;
  }
};
