import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { ApplicationId } from "@window/domain/id.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { newDataKey, unwrapKey, wrapKey } from "@window/node/cipher.ts";
import type { Row } from "./attribute.ts";
import { optionalText, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { openHeldKeys } from "./held-keys.ts";
import { keys } from "./names.ts";

type Found = Uint8Array | "erased";

const keyOf = (subject: ApplicationId): Row => ({ [keys.partition]: text(subject) });

const read = async ({ client, name: TableName }: Table, subject: ApplicationId): Promise<Row | undefined> => {
  const get = new GetItemCommand({ TableName, Key: keyOf(subject), ConsistentRead: true });
  return (await client.send(get)).Item;
};

/**
 * One data key per subject, wrapped. A row without `wrapped` is the mark of an erased subject; it stays, so that no new
 * key is ever made.
 */
export const openDataKeys = (table: Table, wrappingKey: () => Promise<Uint8Array>, clock: WireClock) => {
  const held = openHeldKeys(clock);

  const unwrap = async (subject: ApplicationId, row: Row): Promise<Found> => {
    const wrapped = optionalText(row, "wrapped");
    if (wrapped !== undefined) return held.hold(subject, unwrapKey(await wrappingKey(), subject, wrapped));
    held.drop(subject);
    return "erased";
  };

  /** Of two that make the first key at once, one is kept, and both seal with that. */
  const make = async (subject: ApplicationId): Promise<Found> => {
    const key = newDataKey();
    const wrapped = text(wrapKey(await wrappingKey(), subject, key));
    const put = new PutItemCommand({
      TableName: table.name,
      Item: { ...keyOf(subject), wrapped, under: text(keys.wrapping) },
      ConditionExpression: "attribute_not_exists(#subject)",
      ExpressionAttributeNames: { "#subject": keys.partition },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    try {
      await table.client.send(put);
      return held.hold(subject, key);
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException) || fault.Item === undefined) throw fault;
      return unwrap(subject, fault.Item);
    }
  };

  return {
    /** Always looks at the row: what is sealed after an erasure could never be opened. */
    async forSealing(subject: ApplicationId): Promise<Found> {
      const row = await read(table, subject);
      return row === undefined ? make(subject) : unwrap(subject, row);
    },

    /** Throws for a subject that never sealed anything. */
    async forOpening(subject: ApplicationId): Promise<Found> {
      const known = held.get(subject);
      if (known !== undefined) return known;
      const row = await read(table, subject);
      if (row === undefined) throw new Error(`${subject} has no key`);
      return unwrap(subject, row);
    },

    async erase(subject: ApplicationId): Promise<void> {
      await table.client.send(new PutItemCommand({ TableName: table.name, Item: keyOf(subject) }));
      held.drop(subject);
    },
  };
};
