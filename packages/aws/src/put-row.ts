import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { ViewRow } from "@window/domain/view.ts";
import type { Row } from "./attribute.ts";
import { number, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { views } from "./names.ts";
import { listOf } from "./view-list.ts";

/** Over which rows a row is written. */
export const NEWER = "attribute_not_exists(seq) OR seq < :seq";
export const NOT_OLDER = "attribute_not_exists(seq) OR seq <= :seq";

/** Everything that changes lives in attributes of one row, so a newer row replaces an older one whole. */
const rowOf = (row: ViewRow): Row => ({
  [views.partition]: text(`${row.view}#${row.aggregate}`),
  seq: number(row.seq),
  body: text(JSON.stringify(row)),
  ...(row.partition === undefined || row.sort === undefined
    ? {}
    : {
        [views.list.partition]: text(listOf(row.view, row.partition)),
        [views.list.sort]: text(row.sort),
      }),
});

/** Writes a row of a view where `over` allows it; that another one stays is a success. */
export const putRow = async (
  { client, name: TableName }: Table,
  row: ViewRow,
  over: typeof NEWER | typeof NOT_OLDER,
): Promise<void> => {
  const put = new PutItemCommand({
    TableName,
    Item: rowOf(row),
    ConditionExpression: over,
    ExpressionAttributeValues: { ":seq": number(row.seq) },
  });
  try {
    await client.send(put);
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
  }
};
