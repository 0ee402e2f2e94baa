import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  paginateQuery,
} from "@aws-sdk/client-dynamodb";
import { StreamId } from "@window/domain/id.ts";
import type { Arrear, Arrears } from "@window/domain/port/arrears.ts";
import type { Row } from "./attribute.ts";
import { number, numberOf, text, textOf } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";

/** Some hundred rows at most, written when something is broken: one partition has room for them. */
const ABOUT = text("arrear");

const NEWER = "attribute_not_exists(seq) OR seq < :seq";
const NOT_NEWER = "attribute_not_exists(seq) OR seq <= :seq";

const keyOf = (stream: StreamId): Row => ({ [records.partition]: ABOUT, [records.sort]: text(stream) });

const arrearOf = (row: Row): Arrear => ({
  stream: StreamId.parse(textOf(row, records.sort)),
  seq: numberOf(row, "seq"),
});

/** Another row than ours is newer: then there is nothing to do. */
const unlessNewer = async (sent: Promise<unknown>): Promise<void> => {
  try {
    await sent;
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
  }
};

export const openArrears = ({ client, name: TableName }: Table): Arrears => ({
  async put({ stream, seq }) {
    const put = new PutItemCommand({
      TableName,
      Item: { ...keyOf(stream), seq: number(seq) },
      ConditionExpression: NEWER,
      ExpressionAttributeValues: { ":seq": number(seq) },
    });
    await unlessNewer(client.send(put));
  },

  async remove({ stream, seq }) {
    const remove = new DeleteItemCommand({
      TableName,
      Key: keyOf(stream),
      ConditionExpression: NOT_NEWER,
      ExpressionAttributeValues: { ":seq": number(seq) },
    });
    await unlessNewer(client.send(remove));
  },

  async list() {
    const found: Arrear[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "#about = :about",
        ExpressionAttributeNames: { "#about": records.partition },
        ExpressionAttributeValues: { ":about": ABOUT },
      },
    );
    for await (const { Items = [] } of pages) found.push(...Items.map(arrearOf));
    return found;
  },
});
