import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { Commit } from "@window/domain/commit.ts";
import { bucketOf } from "@window/domain/feed.ts";
import { StreamId } from "@window/domain/id.ts";
import type { EventStore, FeedBucket } from "@window/domain/port/event-store.ts";
import type { Row } from "./attribute.ts";
import { number, numberOf, text, textOf } from "./attribute.ts";
import { cursorOf, keyOf } from "./cursor.ts";
import type { Table } from "./dynamo.ts";
import { events } from "./names.ts";
import { openSeen } from "./seen.ts";

const NOT_TAKEN = "attribute_not_exists(#stream)";

const feedOf = ({ hour, shard }: FeedBucket): string => `${hour}#${String(shard)}`;

/** Instants have 13 digits until the year 2286, so texts sort as numbers do. */
const rowOf = (commit: Commit): Row => ({
  [events.partition]: text(commit.stream),
  [events.sort]: number(commit.seq),
  [events.feed.partition]: text(feedOf(bucketOf(commit.stream, commit.at))),
  [events.feed.sort]: text(`${String(commit.at)}#${commit.stream}#${String(commit.seq)}`),
  hash: text(commit.hash),
  commit: text(JSON.stringify(commit)),
});

const commitOf = (row: Row): Commit => Commit.parse(JSON.parse(textOf(row, "commit")));

/** The log in one table: a commit is one conditional write. */
export const openEventStore = ({ client, name: TableName }: Table): EventStore => {
  const seen = openSeen();

  /** A gap can only come from a fault of ours, so it is looked for only where this process has not seen the end. */
  const hasPredecessor = async ({ stream, seq }: Commit): Promise<boolean> => {
    if (seq === 1 || seen.has(stream, seq - 1)) return true;
    const Key = { [events.partition]: text(stream), [events.sort]: number(seq - 1) };
    const read = new GetItemCommand({ TableName, Key, ConsistentRead: true, ProjectionExpression: "seq" });
    return (await client.send(read)).Item !== undefined;
  };

  /** A lost response followed by our own second try meets itself. */
  const onTaken = (commit: Commit, held: Row | undefined): "appended" | "conflict" =>
    held !== undefined && textOf(held, "hash") === commit.hash ? "appended" : "conflict";

  return {
    async load(stream) {
      const commits: Commit[] = [];
      let start: Row | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName,
            ConsistentRead: true,
            KeyConditionExpression: "#stream = :stream",
            ExpressionAttributeNames: { "#stream": events.partition },
            ExpressionAttributeValues: { ":stream": text(stream) },
            ExclusiveStartKey: start,
          }),
        );
        for (const row of page.Items ?? []) commits.push(commitOf(row));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      seen.note(stream, commits.length);
      return commits;
    },

    async append(commit) {
      if (!(await hasPredecessor(commit))) return "conflict";
      const put = new PutItemCommand({
        TableName,
        Item: rowOf(commit),
        ConditionExpression: NOT_TAKEN,
        ExpressionAttributeNames: { "#stream": events.partition },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      });
      try {
        await client.send(put);
      } catch (fault) {
        if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
        return onTaken(commit, fault.Item);
      }
      seen.note(commit.stream, commit.seq);
      return "appended";
    },

    async feed(bucket, after) {
      const page = await client.send(
        new QueryCommand({
          TableName,
          IndexName: events.feed.name,
          KeyConditionExpression: "#feed = :feed",
          ExpressionAttributeNames: { "#feed": events.feed.partition },
          ExpressionAttributeValues: { ":feed": text(feedOf(bucket)) },
          ExclusiveStartKey: after === undefined ? undefined : keyOf(after),
        }),
      );
      const entries = (page.Items ?? []).map((row) => ({
        stream: StreamId.parse(textOf(row, events.partition)),
        seq: numberOf(row, events.sort),
      }));
      const next = cursorOf(page.LastEvaluatedKey);
      return next === undefined ? { entries } : { entries, next };
    },
  };
};
