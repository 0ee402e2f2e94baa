import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { patience } from "./patience.ts";
import { tellUnavailable } from "./store-fault.ts";

/** A table and the client that reaches it. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

let shared: DynamoDBClient | undefined;

/** A table by its name; all of a process share one client and its connections. */
export const tableNamed = (name: string): Table => {
  shared ??= tellUnavailable(new DynamoDBClient(patience));
  return { client: shared, name };
};
