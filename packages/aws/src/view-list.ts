import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import type { SortRange, Views } from "@window/domain/port/views.ts";
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

/** An index takes one condition on `sort`, and the one that takes two bounds includes both. */
const within = ({ from, before }: SortRange): string => {
  if (from === undefined) return before === undefined ? "" : " AND #sort < :before";
  return before === undefined ? " AND #sort >= :from" : " AND #sort BETWEEN :from AND :before";
};

const boundsOf = ({ from, before }: SortRange): Row => ({
  ...(from === undefined ? {} : { ":from": text(from) }),
  ...(before === undefined ? {} : { ":before": text(before) }),
});

/** A cursor of another list, or of other bounds, is refused by the service itself. */
const refusedCursor = (fault: unknown): never => {
  throw fault instanceof Error && fault.name === "ValidationException" ? new BadCursor() : fault;
};

/** What a function needs that reads lists alone, such as the catalogue. */
export const openViewList = ({ client, name: TableName }: Table): Pick<Views, "list"> => ({
  async list(view, partition, { limit, after, ...range }) {
    const { from, before } = range;
    if (from !== undefined && before !== undefined && from >= before) return { rows: [] };
    const query = new QueryCommand({
      TableName,
      IndexName: views.list.name,
      KeyConditionExpression: `#list = :list${within(range)}`,
      ExpressionAttributeNames: {
        "#list": views.list.partition,
        ...(within(range) === "" ? {} : { "#sort": views.list.sort }),
      },
      ExpressionAttributeValues: { ":list": text(listOf(view, partition)), ...boundsOf(range) },
      // One more than asked for tells whether there is a next page.
      Limit: limit + 1,
      ExclusiveStartKey: after === undefined ? undefined : keyOf(after),
    });
    const page = await client.send(query).catch((fault: unknown) => {
      if (after === undefined) throw fault;
      return refusedCursor(fault);
    });
    const items = (page.Items ?? []).filter((row) => textOf(row, views.list.sort) !== before);
    const rows = items.slice(0, limit).map(viewRowOf);
    const last = items.length > limit ? items[limit - 1] : undefined;
    const next = cursorOf(last === undefined ? page.LastEvaluatedKey : placeOf(last));
    return next === undefined ? { rows } : { rows, next };
  },
});
