import { QueryCommand } from "@aws-sdk/client-dynamodb";
import type { Views } from "@window/domain/port/views.ts";
import { ViewRow } from "@window/domain/view.ts";
import type { Row } from "./attribute.ts";
import { text, textOf } from "./attribute.ts";
import { cursorOf, keyOf } from "./cursor.ts";
import type { Table } from "./dynamo.ts";
import { views } from "./names.ts";

export const listOf = (view: string, partition: string): string => `${view}#${partition}`;

export const viewRowOf = (row: Row): ViewRow => ViewRow.parse(JSON.parse(textOf(row, "body")));

const placeOf = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) =>
      [views.partition, views.list.partition, views.list.sort].some((key) => key === name),
    ),
  );

/** What a function needs that reads lists alone, such as the catalogue. */
export const openViewList = ({ client, name: TableName }: Table): Pick<Views, "list"> => ({
  async list(view, partition, { limit, after }) {
    const page = await client.send(
      new QueryCommand({
        TableName,
        IndexName: views.list.name,
        KeyConditionExpression: "#list = :list",
        ExpressionAttributeNames: { "#list": views.list.partition },
        ExpressionAttributeValues: { ":list": text(listOf(view, partition)) },
        // One more than asked for tells whether there is a next page.
        Limit: limit + 1,
        ExclusiveStartKey: after === undefined ? undefined : keyOf(after),
      }),
    );
    const items = page.Items ?? [];
    const rows = items.slice(0, limit).map(viewRowOf);
    const last = items.length > limit ? items[limit - 1] : undefined;
    const next = cursorOf(last === undefined ? page.LastEvaluatedKey : placeOf(last));
    return next === undefined ? { rows } : { rows, next };
  },
});
