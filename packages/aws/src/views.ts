import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  paginateScan,
} from "@aws-sdk/client-dynamodb";
import type { WriteRequest } from "@aws-sdk/client-dynamodb";
import type { Views } from "@window/domain/port/views.ts";
import type { ViewRow } from "@window/domain/view.ts";
import type { Row } from "./attribute.ts";
import { number, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { views } from "./names.ts";
import { openViewSeqs } from "./view-seqs.ts";
import { listOf, openViewList, viewRowOf } from "./view-list.ts";

const NEWER = "attribute_not_exists(seq) OR seq < :seq";

/** BatchWriteItem takes 25 rows (service limit). */
const BATCH = 25;

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

type Keeping = Omit<Views, "clear" | "seqs">;

/** What functions need of the views; only the sweep asks for `seqs`, and only `rebuild` ever clears them. */
export const openViewRows = ({ client, name: TableName }: Table): Keeping => ({
  async put(row) {
    const put = new PutItemCommand({
      TableName,
      Item: rowOf(row),
      ConditionExpression: NEWER,
      ExpressionAttributeValues: { ":seq": number(row.seq) },
    });
    try {
      await client.send(put);
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
    }
  },

  async get(view, aggregate) {
    const Key = { [views.partition]: text(`${view}#${aggregate}`) };
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item === undefined ? undefined : viewRowOf(Item);
  },

  ...openViewList({ client, name: TableName }),
});

const removeAll = async ({ client, name }: Table, rows: readonly Row[]): Promise<void> => {
  let left: WriteRequest[] = rows.map((Key) => ({ DeleteRequest: { Key } }));
  while (left.length > 0) {
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [name]: left.slice(0, BATCH) } }),
    );
    left = [...(UnprocessedItems?.[name] ?? []), ...left.slice(BATCH)];
  }
};

export const openViews = (table: Table): Views => ({
  ...openViewRows(table),
  ...openViewSeqs(table),
  async clear() {
    const pages = paginateScan(
      { client: table.client },
      {
        TableName: table.name,
        ProjectionExpression: "#row",
        ExpressionAttributeNames: { "#row": views.partition },
      },
    );
    for await (const { Items = [] } of pages) await removeAll(table, Items);
  },
});
