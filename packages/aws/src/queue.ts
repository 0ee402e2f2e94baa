import { SQSClient } from "@aws-sdk/client-sqs";
import { patience } from "./patience.ts";

/** A queue and the client that reaches it. */
export interface Queue {
  readonly client: SQSClient;
  readonly url: string;
}

let shared: SQSClient | undefined;

export const queueAt = (url: string): Queue => {
  shared ??= new SQSClient(patience);
  return { client: shared, url };
};
