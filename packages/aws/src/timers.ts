import { DeleteItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { Instant, toIso } from "@window/domain/instant.ts";
import type { Timers } from "@window/domain/port/timers.ts";
import { Timer } from "@window/domain/timer.ts";
import * as z from "zod";
import type { Row } from "./attribute.ts";
import { numberOf, text, number, textOf } from "./attribute.ts";
import { cursorOf, keyOf } from "./cursor.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";
import { shardOf } from "./shard.ts";

/**
 * One bucket is a UTC day in eight shards: the hourly sweep looks at 33 days, and reads them in 264 queries where hours
 * would take 6,240.
 */
const DAY = 24 * 60 * 60 * 1000;
const SHARDS = 8;

/** Instants of a sort key have as many digits as JavaScript's latest date. */
const sortable = (at: number): string => String(at).padStart(16, "0");

const bucketName = (day: number, shard: number): string =>
  `due#${toIso(Instant.parse(day * DAY)).slice(0, 10)}#${String(shard)}`;

const placeOf = ({ subject, plan, at }: Timer): Row => ({
  [records.partition]: text(bucketName(Math.floor(at / DAY), shardOf(subject, SHARDS))),
  [records.sort]: text(`${sortable(at)}#${subject}#${plan}`),
});

const timerOf = (row: Row): Timer =>
  Timer.parse({ subject: textOf(row, "subject"), plan: textOf(row, "plan"), at: numberOf(row, "at") });

/** How far a reader has come: the bucket, counted from the first, and within it. */
const Position = z.tuple([z.int().nonnegative(), z.string().optional()]);

export const openTimers = ({ client, name: TableName }: Table): Timers => {
  const inBucket = (bucket: string, from: number, until: number, start: string | undefined) =>
    client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "#bucket = :bucket AND #at BETWEEN :from AND :until",
        ExpressionAttributeNames: { "#bucket": records.partition, "#at": records.sort },
        // `#` sorts before every digit that could follow, so `until` itself and all after it stay out.
        ExpressionAttributeValues: {
          ":bucket": text(bucket),
          ":from": text(sortable(from)),
          ":until": text(sortable(until)),
        },
        ExclusiveStartKey: start === undefined ? undefined : keyOf(start),
      }),
    );

  return {
    async set(timer) {
      const { subject, plan, at } = timer;
      const Item = { ...placeOf(timer), subject: text(subject), plan: text(plan), at: number(at) };
      await client.send(new PutItemCommand({ TableName, Item }));
    },

    async remove(timer) {
      await client.send(new DeleteItemCommand({ TableName, Key: placeOf(timer) }));
    },

    async between(from, until, after) {
      const first = Math.floor(from / DAY);
      const buckets = (Math.floor(until / DAY) - first + 1) * SHARDS;
      let [index, start] = after === undefined ? [0] : Position.parse(JSON.parse(after));
      for (; index < buckets; index += 1, start = undefined) {
        const name = bucketName(first + Math.floor(index / SHARDS), index % SHARDS);
        const page = await inBucket(name, from, until, start);
        const timers = (page.Items ?? []).map(timerOf);
        const more = cursorOf(page.LastEvaluatedKey);
        if (timers.length === 0 && more === undefined) continue;
        const next: z.infer<typeof Position> = more === undefined ? [index + 1] : [index, more];
        return next[0] < buckets ? { timers, next: JSON.stringify(next) } : { timers };
      }
      return { timers: [] };
    },
  };
};
