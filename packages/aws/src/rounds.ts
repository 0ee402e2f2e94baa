import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { CaseId } from "@window/domain/id.ts";
import type { Rounds, Waiting } from "@window/domain/port/rounds.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { openText, sealText } from "@window/node/cipher.ts";
import { number, text, textOf } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";

const keyOf = (subject: CaseId, waiting: Waiting) => ({
  [records.partition]: text(`round#${subject}`),
  [records.sort]: text(waiting),
});

const contextOf = (subject: CaseId, waiting: Waiting): string => JSON.stringify(["token", subject, waiting]);

/** A task waits 300 days at most; a day more, and nobody can use its token any more. */
const KEPT = 301 * 24 * 60 * 60 * 1000;

const SAME = "#token = :sealed";

/** Task tokens, each bound to its case and wait, under the wrapping key. */
export const openRounds = (
  { client, name: TableName }: Table,
  wrappingKey: () => Promise<Uint8Array>,
  clock: WireClock,
): Rounds => {
  const found = async (subject: CaseId, waiting: Waiting) => {
    const read = new GetItemCommand({ TableName, Key: keyOf(subject, waiting), ConsistentRead: true });
    const { Item } = await client.send(read);
    if (Item === undefined) return undefined;
    const sealed = textOf(Item, "token");
    return { sealed, token: openText(await wrappingKey(), contextOf(subject, waiting), sealed) };
  };

  return {
    async put(subject, waiting, token) {
      const sealed = sealText(await wrappingKey(), contextOf(subject, waiting), token);
      const expires = number(Math.ceil((clock.now() + KEPT) / 1000));
      const Item = { ...keyOf(subject, waiting), token: text(sealed), [records.expires]: expires };
      await client.send(new PutItemCommand({ TableName, Item }));
    },

    get: async (subject, waiting) => (await found(subject, waiting))?.token,

    async remove(subject, waiting, token) {
      const held = await found(subject, waiting);
      if (held?.token !== token) return;
      const remove = new DeleteItemCommand({
        TableName,
        Key: keyOf(subject, waiting),
        ConditionExpression: SAME,
        ExpressionAttributeNames: { "#token": "token" },
        ExpressionAttributeValues: { ":sealed": text(held.sealed) },
      });
      try {
        await client.send(remove);
      } catch (fault) {
        if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
      }
    },
  };
};
