import { Duration } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { alarmOnDead } from "./alarm.ts";

/** As long as SQS keeps anything: the tail of an erasure that the design states. */
const KEPT = Duration.days(14);

export interface Queued {
  readonly id: string;
  /** Without one SQS encrypts under a key of its own. */
  readonly key?: IKey;
  /** Six times the timeout of its function, as Lambda asks for. */
  readonly visibility: Duration;
  /** Failures after which a message is put aside. */
  readonly tries: number;
  /** Who is hurt while messages lie aside, for the alarm. */
  readonly whoIsHurt: string;
}

const encryptedBy = (key: IKey | undefined) =>
  key === undefined
    ? { encryption: QueueEncryption.SQS_MANAGED }
    : { encryption: QueueEncryption.KMS, encryptionMasterKey: key, dataKeyReuse: Duration.minutes(5) };

/** A queue for what was given up: alarmed when anything lies in it, and read by an operator. */
export const deadLetters = (scope: Construct, id: string, whoIsHurt: string, key?: IKey): Queue => {
  const queue = new Queue(scope, id, {
    retentionPeriod: KEPT,
    enforceSSL: true,
    ...encryptedBy(key),
  });
  alarmOnDead(queue, id, whoIsHurt);
  return queue;
};

/** A queue with its dead letters, both encrypted. */
export const queueOf = (scope: Construct, queued: Queued): Queue =>
  new Queue(scope, `${queued.id}Queue`, {
    retentionPeriod: KEPT,
    enforceSSL: true,
    ...encryptedBy(queued.key),
    visibilityTimeout: queued.visibility,
    deadLetterQueue: {
      queue: deadLetters(scope, `${queued.id}DeadLetters`, queued.whoIsHurt, queued.key),
      maxReceiveCount: queued.tries,
    },
  });
