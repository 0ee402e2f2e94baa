import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  paginateQuery,
} from "@aws-sdk/client-dynamodb";
import { Commit } from "@window/domain/commit.ts";
import { Hash } from "@window/domain/declared.ts";
import { bucketOf } from "@window/domain/feed.ts";
import { StreamId } from "@window/domain/id.ts";
import type { EventStore, FeedBucket, FeedPage } from "@window/domain/port/event-store.ts";
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
  [events.feed.hash]: text(commit.hash),
  commit: text(JSON.stringify(commit)),
});

const commitOf = (row: Row): Commit => Commit.parse(JSON.parse(textOf(row, "commit")));

const loadAll = async ({ client, name: TableName }: Table, stream: StreamId): Promise<Commit[]> => {
  const commits: Commit[] = [];
  const pages = paginateQuery(
    { client },
    {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: "#stream = :stream",
      ExpressionAttributeNames: { "#stream": events.partition },
      ExpressionAttributeValues: { ":stream": text(stream) },
    },
  );
  for await (const { Items = [] } of pages) for (const row of Items) commits.push(commitOf(row));
  return commits;
};

const isThere = async (
  { client, name: TableName }: Table,
  stream: StreamId,
  seq: number,
): Promise<boolean> => {
  const Key = { [events.partition]: text(stream), [events.sort]: number(seq) };
  return (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item !== undefined;
};

/** One conditional write. A lost response followed by our own second try meets itself. */
const put = async ({ client, name: TableName }: Table, commit: Commit): Promise<"appended" | "conflict"> => {
  const command = new PutItemCommand({
    TableName,
    Item: rowOf(commit),
    ConditionExpression: NOT_TAKEN,
    ExpressionAttributeNames: { "#stream": events.partition },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    await client.send(command);
    return "appended";
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException) || fault.Item === undefined) throw fault;
    return textOf(fault.Item, events.feed.hash) === commit.hash ? "appended" : "conflict";
  }
};

const readFeed = async (
  { client, name: TableName }: Table,
  bucket: FeedBucket,
  after: string | undefined,
): Promise<FeedPage> => {
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
    hash: Hash.parse(textOf(row, events.feed.hash)),
  }));
  const next = cursorOf(page.LastEvaluatedKey);
  return next === undefined ? { entries } : { entries, next };
};

/**
 * The log in one table. A gap could only come from a fault of ours, so the commit before is looked for only where this
 * process has not seen it itself.
 */
export const openEventStore = (table: Table): EventStore => {
  const seen = openSeen();
  return {
    async load(stream) {
      const commits = await loadAll(table, stream);
      seen.note(stream, commits.length);
      return commits;
    },

    async append(commit) {
      const { stream, seq } = commit;
      const follows = seq === 1 || seen.has(stream, seq - 1) || (await isThere(table, stream, seq - 1));
      if (!follows || (await put(table, commit)) === "conflict") return "conflict";
      seen.note(stream, seq);
      return "appended";
    },

    feed: (bucket, after) => readFeed(table, bucket, after),
  };
};
