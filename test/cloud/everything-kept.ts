import { DynamoDBClient, paginateListTables, paginateScan } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListBucketsCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import type { ListObjectVersionsCommandOutput, ObjectVersion, S3Client } from "@aws-sdk/client-s3";
import { bucketNamed } from "@window/aws/bucket.ts";
import * as z from "zod";
import { askEmulator } from "./ask-emulator.ts";
import { everyLogLine } from "./function-log.ts";

/** Something that is kept somewhere, as it is. */
export interface Kept {
  readonly where: string;
  readonly bytes: Uint8Array | string;
}

/** Bytes of an item as their text, because JSON would spell them as numbers. */
const plain = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value;

async function* itemsOf(client: DynamoDBClient, TableName: string): AsyncGenerator<Kept> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName }))
    for (const item of Items) yield { where: `table ${TableName}`, bytes: JSON.stringify(item, plain) };
}

async function* everyItem(): AsyncGenerator<Kept> {
  const client = new DynamoDBClient({});
  for await (const { TableNames = [] } of paginateListTables({ client }, {}))
    for (const name of TableNames) yield* itemsOf(client, name);
}

/** One page of versions after the other. */
async function* versionsIn(client: S3Client, Bucket: string): AsyncGenerator<ObjectVersion> {
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    const [KeyMarker, VersionIdMarker] = [page?.NextKeyMarker, page?.NextVersionIdMarker];
    page = await client.send(new ListObjectVersionsCommand({ Bucket, KeyMarker, VersionIdMarker }));
    yield* page.Versions ?? [];
  } while (page.IsTruncated === true);
}

/** Every version with its name and metadata; not the papers themselves, which S3 encrypts and the emulator does not. */
async function* objectsIn(client: S3Client, Bucket: string, papers: string): AsyncGenerator<Kept> {
  const where = `bucket ${Bucket}`;
  for await (const { Key = "", VersionId } of versionsIn(client, Bucket)) {
    const { Body, Metadata = {} } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
    yield { where, bytes: `${Key} ${JSON.stringify(Metadata)}` };
    const bytes = await Body?.transformToByteArray();
    if (Bucket !== papers && bytes !== undefined) yield { where, bytes };
  }
}

async function* everyObject(papers: string): AsyncGenerator<Kept> {
  const { client } = bucketNamed(papers, true);
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
  for (const { Name = "" } of Buckets) yield* objectsIn(client, Name, papers);
}

const Queues = z.object({ QueueUrls: z.array(z.string()).default([]) });
const Messages = z.object({
  Messages: z.array(z.looseObject({ MessageId: z.string(), Body: z.string() })).default([]),
});

/** What waits in the queues, dead letters included; it stays there. */
async function* everyMessage(endpoint: string): AsyncGenerator<Kept> {
  const { QueueUrls } = Queues.parse(await askEmulator(endpoint, ["AmazonSQS", "ListQueues"], {}));
  for (const QueueUrl of QueueUrls) {
    const seen = new Set<string>();
    for (let fresh = true; fresh;) {
      const asked = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 2 };
      const page = Messages.parse(await askEmulator(endpoint, ["AmazonSQS", "ReceiveMessage"], asked));
      fresh = page.Messages.some(({ MessageId }) => !seen.has(MessageId));
      for (const message of page.Messages) {
        seen.add(message.MessageId);
        yield { where: `queue ${QueueUrl}`, bytes: message.Body };
      }
    }
  }
}

const Machines = z.object({ stateMachines: z.array(z.object({ stateMachineArn: z.string() })) });
const Executions = z.object({
  executions: z.array(z.object({ executionArn: z.string(), startDate: z.number() })),
  nextToken: z.string().nullish(),
});

async function* executionsOf(endpoint: string, stateMachineArn: string) {
  let nextToken: string | null | undefined;
  do {
    const asked = { stateMachineArn, ...(nextToken ? { nextToken } : {}) };
    const page = Executions.parse(await askEmulator(endpoint, ["AWSStepFunctions", "ListExecutions"], asked));
    yield* page.executions;
    nextToken = page.nextToken;
  } while (nextToken);
}

/** Every step of the executions of a machine begun since then (epoch seconds): what it was given, what it gave. */
async function* stepsOf(endpoint: string, machine: string, since: number): AsyncGenerator<Kept> {
  for await (const { executionArn, startDate } of executionsOf(endpoint, machine)) {
    if (startDate < since) continue;
    for (const action of ["DescribeExecution", "GetExecutionHistory"]) {
      const told = await askEmulator(endpoint, ["AWSStepFunctions", action], { executionArn });
      yield { where: executionArn, bytes: JSON.stringify(told) };
    }
  }
}

async function* everyStep(endpoint: string, since: number): AsyncGenerator<Kept> {
  const listed = await askEmulator(endpoint, ["AWSStepFunctions", "ListStateMachines"], {});
  for (const { stateMachineArn } of Machines.parse(listed).stateMachines)
    yield* stepsOf(endpoint, stateMachineArn, since);
}

/** Whatever the emulator of a whole region keeps and gives: items, objects, messages, executions, lines of logs. */
export async function* everythingKept(
  endpoint: string,
  { papers, since }: { readonly papers: string; readonly since: number },
): AsyncGenerator<Kept> {
  yield* everyItem();
  yield* everyObject(papers);
  yield* everyMessage(endpoint);
  yield* everyStep(endpoint, since);
  for await (const { log, line } of everyLogLine(endpoint)) yield { where: `log ${log}`, bytes: line };
}
