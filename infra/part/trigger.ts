import type { Duration } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Rule } from "aws-cdk-lib/aws-events";
import type { Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { EventSourceMapping, StartingPosition } from "aws-cdk-lib/aws-lambda";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { deadLetters } from "./queue.ts";
import { grant } from "./grant.ts";

export interface FromQueue {
  readonly batch: number;
  /** Functions at once, at least 2 (service limit): the pace. */
  readonly atOnce: number;
}

/** Messages of a queue; those that fail are given back one by one. */
export const onMessages = (fn: Lambda, queue: Queue, { batch, atOnce }: FromQueue): void => {
  grant(fn, {
    actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
    on: [queue.queueArn],
  });
  new EventSourceMapping(fn, "Messages", {
    target: fn,
    eventSourceArn: queue.queueArn,
    batchSize: batch,
    maxConcurrency: atOnce,
    reportBatchItemFailures: true,
  });
};

/**
 * Changes of a table. Unless told otherwise a mapping tries a poisoned record for 24 hours and holds up its shard; here
 * it is tried five times, apart from its neighbours, and then put aside.
 */
export const onChanges = (fn: Lambda, table: Table, whoIsHurt: string): void => {
  const stream = table.tableStreamArn;
  if (stream === undefined) throw new Error("the table has no change stream");
  grant(fn, {
    actions: [
      "dynamodb:DescribeStream",
      "dynamodb:GetRecords",
      "dynamodb:GetShardIterator",
      "dynamodb:ListStreams",
    ],
    on: [stream],
  });
  new EventSourceMapping(fn, "Changes", {
    target: fn,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 25,
    parallelizationFactor: 10,
    retryAttempts: 5,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(deadLetters(fn, "DispatchDeadLetters", whoIsHurt)),
  });
};

/** AWS hands over what is due without a queue of ours: what the function fails at three times is put aside. */
const asynchronous = (fn: Lambda, longest: Duration, dead: Queue): LambdaFunction => {
  fn.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: longest, onFailure: new SqsDestination(dead) });
  return new LambdaFunction(fn, { deadLetterQueue: dead, retryAttempts: 24, maxEventAge: longest });
};

export interface Handed {
  readonly longest: Duration;
  readonly dead: Queue;
}

export const onSchedule = (fn: Lambda, schedule: Schedule, { longest, dead }: Handed): void => {
  new Rule(fn, "Schedule", { schedule, targets: [asynchronous(fn, longest, dead)] });
};
