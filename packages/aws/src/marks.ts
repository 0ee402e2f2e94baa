import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { Instant } from "@window/domain/instant.ts";
import type { Marks } from "@window/domain/port/marks.ts";
import { number, numberOf, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";

const keyOf = (name: string) => ({ [records.partition]: text("mark"), [records.sort]: text(name) });

export const openMarks = ({ client, name: TableName }: Table): Marks => ({
  async get(name) {
    const read = new GetItemCommand({ TableName, Key: keyOf(name), ConsistentRead: true });
    const { Item } = await client.send(read);
    return Item === undefined ? undefined : Instant.parse(numberOf(Item, "until"));
  },
  async put(name, until) {
    await client.send(new PutItemCommand({ TableName, Item: { ...keyOf(name), until: number(until) } }));
  },
});
