import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import * as z from "zod";

/** How the SDK marks what is not the caller's fault: throttled, failed inside, or not reached in time. */
const Fault = z.union([
  z.object({ $retryable: z.looseObject({}) }),
  z.object({ $fault: z.literal("server") }),
  z.object({ name: z.enum(["TimeoutError", "ThrottlingException", "RequestLimitExceeded"]) }),
  z.object({ name: z.literal("ProvisionedThroughputExceededException") }),
  z.object({ code: z.enum(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]) }),
]);

/** From now on what the client gives up after its own tries is a fault of the store; refusals stay what they are. */
export const tellUnavailable = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => async (given) => {
      try {
        return await next(given);
      } catch (fault) {
        throw Fault.safeParse(fault).success ? new StoreUnavailable(fault) : fault;
      }
    },
    { step: "initialize", priority: "high", name: "tellUnavailable" },
  );
  return client;
};
