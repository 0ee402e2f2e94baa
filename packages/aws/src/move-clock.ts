import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "@window/domain/instant.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { number } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { offsetKey } from "./legal-clock.ts";

/** Moves the legal clock of stage `test` to an instant, for every function; a move back is no move. */
export const moveClock = async (
  { client, name: TableName }: Table,
  wire: WireClock,
  to: Instant,
): Promise<void> => {
  const milliseconds = number(to - wire.now());
  const put = new PutItemCommand({
    TableName,
    Item: { ...offsetKey, milliseconds },
    ConditionExpression: "attribute_not_exists(milliseconds) OR milliseconds < :ahead",
    ExpressionAttributeValues: { ":ahead": milliseconds },
  });
  try {
    await client.send(put);
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
  }
};
