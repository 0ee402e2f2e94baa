import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { CaseId } from "@window/domain/id.ts";
import type { Rounds, Waiting } from "@window/domain/port/rounds.ts";
import { openText, sealText } from "@window/node/cipher.ts";
import { text, textOf } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";

const keyOf = (subject: CaseId, waiting: Waiting) => ({
  [records.partition]: text(`round#${subject}`),
  [records.sort]: text(waiting),
});

const contextOf = (subject: CaseId, waiting: Waiting): string => JSON.stringify(["token", subject, waiting]);

/** Task tokens, each bound to its case and wait, under the wrapping key. */
export const openRounds = (
  { client, name: TableName }: Table,
  wrappingKey: () => Promise<Uint8Array>,
): Rounds => ({
  async put(subject, waiting, token) {
    const sealed = sealText(await wrappingKey(), contextOf(subject, waiting), token);
    const Item = { ...keyOf(subject, waiting), token: text(sealed) };
    await client.send(new PutItemCommand({ TableName, Item }));
  },
  async get(subject, waiting) {
    const read = new GetItemCommand({ TableName, Key: keyOf(subject, waiting), ConsistentRead: true });
    const { Item } = await client.send(read);
    if (Item === undefined) return undefined;
    return openText(await wrappingKey(), contextOf(subject, waiting), textOf(Item, "token"));
  },
});
