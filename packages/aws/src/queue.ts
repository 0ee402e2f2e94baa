import type { SQSClient } from "@aws-sdk/client-sqs";

/** A queue and the client that reaches it. */
export interface Queue {
  readonly client: SQSClient;
  readonly url: string;
}
