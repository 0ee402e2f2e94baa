import * as z from "zod";

/** Records of a queue or a change stream, as far as they are used: each has an id by which it is given back. */
const QueueBatch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const ChangeBatch = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        SequenceNumber: z.string(),
        Keys: z.record(z.string(), z.looseObject({ S: z.string().optional() })),
      }),
    }),
  ),
});

export interface BatchResult {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export interface Item {
  readonly id: string;
  readonly act: () => Promise<unknown>;
}

/** Reports a failed record by its id and the name of its fault; the record itself may be personal. */
export type Failed = (id: string, fault: unknown) => void;

/** Does each item of a batch, at most once each, and gives back those that failed. */
export type Doing = (items: readonly Item[], failed: Failed) => Promise<BatchResult>;

/** All at once. */
export const eachOf: Doing = async (items, failed) => {
  const ended = await Promise.allSettled(items.map(async ({ act }) => act()));
  const batchItemFailures = items.flatMap(({ id }, index) => {
    const outcome = ended[index];
    if (outcome?.status !== "rejected") return [];
    failed(id, outcome.reason);
    return [{ itemIdentifier: id }];
  });
  return { batchItemFailures };
};

/** One after the other, where a pace has to be kept. */
export const inTurn: Doing = async (items, failed) => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const item of items) {
    const one = await eachOf([item], failed);
    batchItemFailures.push(...one.batchItemFailures);
  }
  return { batchItemFailures };
};

/** The messages of a queue, each with the JSON it carries. Throws for an event that is none of a queue. */
export const messagesOf = (event: unknown): readonly { readonly id: string; readonly body: string }[] =>
  QueueBatch.parse(event).Records.map(({ messageId, body }) => ({ id: messageId, body }));

/** Which rows changed, by one attribute of their keys. Throws for an event that is none of a change stream. */
export const changesOf = (
  event: unknown,
  attribute: string,
): readonly { readonly id: string; readonly key: string }[] =>
  ChangeBatch.parse(event).Records.map(({ dynamodb: { SequenceNumber, Keys } }) => ({
    id: SequenceNumber,
    key: z.string().parse(Keys[attribute]?.S),
  }));
