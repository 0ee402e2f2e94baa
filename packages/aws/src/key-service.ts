import { KMSClient } from "@aws-sdk/client-kms";
import { patience } from "./patience.ts";

let shared: KMSClient | undefined;

/** The client of KMS, one per process. */
export const keyService = (): KMSClient => {
  shared ??= new KMSClient(patience);
  return shared;
};
