import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Quotas } from "@window/domain/port/quotas.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { type Quota, type Spent, spend } from "@window/domain/quota.ts";
import { randomUUID } from "node:crypto";
import { number, numberOf, optionalText, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";

/** Asks that one process may keep to itself, as a part of the quota: most people never cost a write. */
const SHARE = 16;
const MOST_TRIES = 6;
const MOST_HELD = 10_000;

const UNCHANGED = "attribute_not_exists(fullAt) OR fullAt = :known";

/** What a process knows of a bucket: the row as it last saw it, and what it has granted since without saying so. */
interface Held {
  known: number;
  unsaid: number;
  /** One after the other within a process: only other processes are in the way of a write. */
  turn: Promise<unknown>;
}

/**
 * Writes that the bucket is full at `fullAt`; returns what the row says instead when somebody else has written. `by` tells
 * the client's own second try, after the answer to the first was lost, from somebody else.
 */
const say = async (
  { client, name: TableName }: Table,
  key: string,
  known: number,
  fullAt: number,
): Promise<number | undefined> => {
  const by = randomUUID();
  const put = new PutItemCommand({
    TableName,
    Item: {
      [records.partition]: text(`quota#${key}`),
      [records.sort]: text("quota"),
      [records.expires]: number(Math.ceil(fullAt / 1000)),
      fullAt: number(fullAt),
      by: text(by),
    },
    ConditionExpression: UNCHANGED,
    ExpressionAttributeValues: { ":known": number(known) },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    await client.send(put);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException) || fault.Item === undefined) throw fault;
    return optionalText(fault.Item, "by") === by ? undefined : numberOf(fault.Item, "fullAt");
  }
};

/** One row per bucket, of one number. A key is one person or address, so no row is hotter than they are. */
export const openQuotas = (table: Table, clock: WireClock): Quotas => {
  const processes = new Map<string, Held>();

  const heldOf = (key: string): Held => {
    const held = processes.get(key) ?? { known: 0, unsaid: 0, turn: Promise.resolve() };
    const [oldest] = processes.size >= MOST_HELD ? processes.keys() : [];
    if (oldest !== undefined) processes.delete(oldest);
    processes.set(key, held);
    return held;
  };

  /** Tells the row of everything unsaid, on top of what others have told it. */
  const share = async (key: string, quota: Quota, held: Held): Promise<Spent> => {
    const count = held.unsaid + 1;
    held.unsaid = 0;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { fullAt, ...spent } = spend(quota, held.known, clock.now(), count);
      const actual = spent.granted ? await say(table, key, held.known, fullAt) : undefined;
      if (actual === undefined) {
        if (spent.granted) held.known = fullAt;
        return spent;
      }
      held.known = actual;
    }
    // So many processes at once want the same bucket that nobody honest is among them.
    held.unsaid += count - 1;
    const { fullAt: _, ...spent } = spend(quota, held.known, clock.now(), 0);
    return { ...spent, granted: false, nextIn: 1 };
  };

  const takeFrom = async (key: string, quota: Quota, held: Held): Promise<Spent> => {
    const { fullAt: _, ...spent } = spend(quota, held.known, clock.now(), held.unsaid + 1);
    if (!spent.granted) return spent;
    if (held.unsaid + 1 >= Math.max(1, Math.floor(quota.size / SHARE)))
      return share(key, quota, held).catch(() => spent);
    held.unsaid += 1;
    return spent;
  };

  return {
    take(key, quota) {
      const held = heldOf(key);
      const spent = held.turn.then(() => takeFrom(key, quota, held));
      held.turn = spent.catch(() => undefined);
      return spent;
    },
  };
};
