import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { ApplicationId } from "@window/domain/id.ts";
import type { Vault } from "@window/domain/port/vault.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { SubjectErased } from "@window/domain/subject-erased.ts";
import { newDataKey, unwrapKey, wrapKey } from "@window/node/cipher.ts";
import { openFields, sealFields } from "@window/node/sealed-fields.ts";
import type { Row } from "./attribute.ts";
import { optionalText, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { FRESH } from "./fresh.ts";
import { keys } from "./names.ts";
import { WRAPPING } from "./wrapping-key.ts";

/** Subjects whose keys a warm process holds at once. */
const MOST = 500;

const keyOf = (subject: ApplicationId): Row => ({ [keys.partition]: text(subject) });

/** A row without `wrapped` is the mark of an erased subject; it stays, so that no new key is ever made. */
export const openVault = (
  { client, name: TableName }: Table,
  wrappingKey: () => Promise<Uint8Array>,
  clock: WireClock,
): Vault => {
  const held = new Map<ApplicationId, { readonly until: number; readonly key: Uint8Array }>();

  const hold = (subject: ApplicationId, key: Uint8Array): Uint8Array => {
    const oldest = held.keys().next();
    if (held.size >= MOST && oldest.done !== true) held.delete(oldest.value);
    held.set(subject, { until: clock.now() + FRESH, key });
    return key;
  };

  const unwrap = async (subject: ApplicationId, row: Row): Promise<Uint8Array | "erased"> => {
    const wrapped = optionalText(row, "wrapped");
    if (wrapped === undefined) {
      held.delete(subject);
      return "erased";
    }
    return hold(subject, unwrapKey(await wrappingKey(), subject, wrapped));
  };

  const read = async (subject: ApplicationId): Promise<Row | undefined> => {
    const get = new GetItemCommand({ TableName, Key: keyOf(subject), ConsistentRead: true });
    return (await client.send(get)).Item;
  };

  /** Of two that make the first key at once, one is kept, and both seal with that. */
  const make = async (subject: ApplicationId): Promise<Uint8Array | "erased"> => {
    const key = newDataKey();
    const wrapped = text(wrapKey(await wrappingKey(), subject, key));
    const put = new PutItemCommand({
      TableName,
      Item: { ...keyOf(subject), wrapped, under: text(WRAPPING) },
      ConditionExpression: "attribute_not_exists(#subject)",
      ExpressionAttributeNames: { "#subject": keys.partition },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    try {
      await client.send(put);
      return hold(subject, key);
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException) || fault.Item === undefined) throw fault;
      return unwrap(subject, fault.Item);
    }
  };

  return {
    /** Always looks at the row: what is sealed after an erasure could never be opened. */
    async seal(place, texts) {
      const row = await read(place.subject);
      const key = row === undefined ? await make(place.subject) : await unwrap(place.subject, row);
      if (key === "erased") throw new SubjectErased();
      return sealFields(key, place, texts);
    },

    async open(place, sealed) {
      const known = held.get(place.subject);
      if (known !== undefined && clock.now() < known.until) return openFields(known.key, place, sealed);
      const row = await read(place.subject);
      if (row === undefined) throw new Error(`${place.subject} has no key`);
      const key = await unwrap(place.subject, row);
      return key === "erased" ? key : openFields(key, place, sealed);
    },

    async erase(subject) {
      await client.send(new PutItemCommand({ TableName, Item: keyOf(subject) }));
      held.delete(subject);
    },
  };
};
