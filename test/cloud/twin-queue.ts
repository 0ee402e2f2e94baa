import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SQSClient,
  type Message,
} from "@aws-sdk/client-sqs";
import { eachOf, messagesOf, type Doing } from "@window/aws/batch.ts";
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { freshName } from "../kit/fresh.ts";

const client = new SQSClient({});

/** Longer than any test holds a message; those that failed are shown again by `again`. */
const HIDDEN_SECONDS = 300;
/** Between two looks at an empty queue. */
const PAUSE = 50;

const RedrivePolicy = z.object({ maxReceiveCount: z.coerce.number() });

const deployed = async (named: string): Promise<string> => {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  const found = QueueUrls.filter((url) => new RegExp(`-${named}Queue`).test(url));
  assert.equal(found.length, 1, `${String(found.length)} queues are called ${named}`);
  return found[0] ?? "";
};

const created = async (Attributes: Record<string, string>): Promise<{ url: string; arn: string }> => {
  const { QueueUrl: url = "" } = await client.send(
    new CreateQueueCommand({ QueueName: `twin-${freshName()}`, Attributes }),
  );
  const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["QueueArn"] });
  return { url, arn: (await client.send(asked)).Attributes?.QueueArn ?? "" };
};

/** A queue with dead letters that gives up after as many failures as the deployed one of that name. */
const twinOfQueue = async (named: string) => {
  const asked = new GetQueueAttributesCommand({
    QueueUrl: await deployed(named),
    AttributeNames: ["RedrivePolicy"],
  });
  const { RedrivePolicy: kept = "" } = (await client.send(asked)).Attributes ?? {};
  const { maxReceiveCount } = RedrivePolicy.parse(JSON.parse(kept));
  const dead = await created({});
  const policy = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount });
  const { url } = await created({ VisibilityTimeout: String(HIDDEN_SECONDS), RedrivePolicy: policy });
  return { url, dead: dead.url };
};

type Hand = (message: unknown) => Promise<unknown>;

/** As a mapping hands messages to its function: batch by batch, and what did not fail is taken away. */
const handBatch = async (
  QueueUrl: string,
  messages: readonly Message[],
  hand: Hand,
  doing: Doing,
): Promise<readonly Message[]> => {
  const Records = messages.map(({ MessageId, Body }) => ({ messageId: MessageId, body: Body }));
  const items = messagesOf({ Records }).map(({ id, body }) => ({ id, act: () => hand(JSON.parse(body)) }));
  const { batchItemFailures } = await doing(items, () => undefined);
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  for (const { MessageId = "", ReceiptHandle } of messages)
    if (!failed.has(MessageId)) await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  return messages.filter(({ MessageId = "" }) => failed.has(MessageId));
};

export interface TwinQueue {
  readonly url: string;
  /** The process of whoever had messages in hand ends; from now on they are handed to another. */
  restart(hand: Hand): void;
  /** Shows what failed again, as if its time of hiding were over. */
  again(): Promise<void>;
  /** Resolves when nothing is in hand and nothing that is due waits. */
  settled(): Promise<void>;
  dead(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** A twin of a deployed queue with a mapping on it that hands to `first`, as `infra` maps it. */
export const openTwinQueue = async (
  named: string,
  first: Hand,
  { batch, doing = eachOf }: { readonly batch: number; readonly doing?: Doing },
): Promise<TwinQueue> => {
  const { url: QueueUrl, dead } = await twinOfQueue(named);
  const failed: Message[] = [];
  const inHand = new Set<Message>();
  let hand = first;
  let looks = 0;
  let emptyLook = 0;
  let closed = false;

  const isClosed = (): boolean => closed;

  const take = async (messages: readonly Message[]): Promise<void> => {
    for (const message of messages) inHand.add(message);
    failed.push(...(await handBatch(QueueUrl, messages, hand, doing)));
    for (const message of messages) inHand.delete(message);
  };
  const look = async (): Promise<void> => {
    const number = (looks += 1);
    const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: batch });
    const { Messages = [] } = await client.send(receive);
    if (Messages.length > 0) return void take(Messages);
    emptyLook = number;
    return pause(PAUSE);
  };
  const looking = (async () => {
    for (; !isClosed();) await look();
  })();

  return {
    url: QueueUrl,
    restart(next) {
      hand = next;
      failed.push(...inHand);
      inHand.clear();
    },
    async again() {
      for (const { ReceiptHandle } of failed.splice(0)) {
        const shown = { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 };
        await client.send(new ChangeMessageVisibilityCommand(shown));
      }
    },
    async settled() {
      const since = looks;
      while (emptyLook <= since || inHand.size > 0) await pause(PAUSE);
    },
    async dead() {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: dead, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
      );
      return Messages.map(({ Body = "" }): unknown => JSON.parse(Body));
    },
    async close() {
      closed = true;
      await looking;
    },
  };
};
