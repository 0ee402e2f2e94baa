import { ConditionalCheckFailedException, DeleteItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { StreamId } from "@window/domain/id.ts";
import type { RowHead, Views } from "@window/domain/port/views.ts";
import type { Row } from "./attribute.ts";
import { number, numberOf, text, textOf } from "./attribute.ts";
import { cursorOf, keyOf } from "./cursor.ts";
import type { Table } from "./dynamo.ts";
import { views } from "./names.ts";
import { NOT_OLDER, putRow } from "./put-row.ts";

/** Rows in one page: some seconds of work for whoever loads their streams. */
const PAGE = 500;

const headOf = (row: Row): RowHead => {
  const name = textOf(row, views.partition);
  const end = name.indexOf("#");
  return {
    view: name.slice(0, end),
    aggregate: StreamId.parse(name.slice(end + 1)),
    seq: numberOf(row, "seq"),
  };
};

/** What `rebuild` alone does to the views. */
export const openViewRenewal = (table: Table): Pick<Views, "rows" | "replace" | "remove"> => ({
  async rows(after) {
    const scan = new ScanCommand({
      TableName: table.name,
      ProjectionExpression: "#row, seq",
      ExpressionAttributeNames: { "#row": views.partition },
      Limit: PAGE,
      ExclusiveStartKey: after === undefined ? undefined : keyOf(after),
    });
    const { Items = [], LastEvaluatedKey } = await table.client.send(scan);
    const next = cursorOf(LastEvaluatedKey);
    const rows = Items.map(headOf);
    return next === undefined ? { rows } : { rows, next };
  },

  replace: (row) => putRow(table, row, NOT_OLDER),

  async remove({ view, aggregate, seq }) {
    const remove = new DeleteItemCommand({
      TableName: table.name,
      Key: { [views.partition]: text(`${view}#${aggregate}`) },
      ConditionExpression: "seq = :seq",
      ExpressionAttributeValues: { ":seq": number(seq) },
    });
    try {
      await table.client.send(remove);
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
    }
  },
});
