import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { DeleteObjectCommand, ListBucketsCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import {
  DeleteMessageCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { bucketNamed } from "@window/aws/bucket.ts";
import { records } from "@window/aws/names.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import assert from "node:assert/strict";
import { sooner } from "../journey/client.ts";
import { askEmulator } from "./ask-emulator.ts";
import { everyLogLine } from "./function-log.ts";

type Remove = () => Promise<unknown>;

const inTable = async (TableName: string, text: string): Promise<Remove> => {
  const client = new DynamoDBClient({});
  const Key = { [records.partition]: { S: "control" }, [records.sort]: { S: "control" } };
  await client.send(new PutItemCommand({ TableName, Item: { ...Key, text: { S: text } } }));
  return () => client.send(new DeleteItemCommand({ TableName, Key }));
};

/** Where the assets of a deploy lie: nobody is told of what is put there. */
const inBucket = async (text: string): Promise<Remove> => {
  const { client } = bucketNamed("", true);
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
  const Bucket = Buckets.find(({ Name }) => Name?.startsWith("cdk-"))?.Name ?? assert.fail();
  const Key = `control/${text}`;
  const { VersionId } = await client.send(new PutObjectCommand({ Bucket, Key, Body: "control" }));
  return () => client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
};

/** Among dead letters, which nobody takes away. */
const inQueue = async (text: string): Promise<Remove> => {
  const client = new SQSClient({});
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  const QueueUrl = QueueUrls.find((url) => url.includes("DeadLetters")) ?? assert.fail();
  const { MessageId } = await client.send(new SendMessageCommand({ QueueUrl, MessageBody: text }));
  return () =>
    sooner("the end of the control message", async () => {
      const asked = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 };
      const { Messages = [] } = await client.send(new ReceiveMessageCommand(asked));
      const ours = Messages.find((message) => message.MessageId === MessageId);
      if (ours === undefined) return undefined;
      const { ReceiptHandle } = ours;
      return client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    });
};

const anyLog = async (endpoint: string): Promise<string> => {
  for await (const { log } of everyLogLine(endpoint)) return log;
  return assert.fail("nobody has logged");
};

const inLog = async (endpoint: string, message: string): Promise<Remove> => {
  const stream = { logGroupName: await anyLog(endpoint), logStreamName: "control" };
  const ask = (action: string, more: object = {}) =>
    askEmulator(endpoint, ["Logs_20140328", action], { ...stream, ...more });
  await ask("CreateLogStream");
  await ask("PutLogEvents", { logEvents: [{ timestamp: wireClock.now(), message }] });
  return () => ask("DeleteLogStream");
};

/**
 * The control of a look for what must not be there: `text` lies openly in one place of each kind until it is removed.
 * Executions are left out: the history of one cannot be taken back.
 */
export const lieOpenly = async (
  { endpoint, table }: { readonly endpoint: string; readonly table: string },
  text: string,
): Promise<{ readonly kinds: readonly string[]; remove(): Promise<void> }> => {
  const removals = [
    await inTable(table, text),
    await inBucket(text),
    await inQueue(text),
    await inLog(endpoint, text),
  ];
  return {
    kinds: ["table", "bucket", "queue", "log"],
    async remove() {
      for (const removed of removals) await removed();
    },
  };
};
