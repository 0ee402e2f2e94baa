import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openMarks } from "@window/aws/marks.ts";
import { tellUnavailable } from "@window/aws/store-fault.ts";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { type TestContext, test } from "node:test";

/** A table service that answers every call with this fault, `status` 400, and a client that asks it twice. */
const faulty = async (context: TestContext, type: string) => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(400, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: "no" }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  return clientAt(`http://127.0.0.1:${address.port}`);
};

const clientAt = (endpoint: string) =>
  tellUnavailable(
    new DynamoDBClient({
      endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      maxAttempts: 2,
    }),
  );

const asked = (client: DynamoDBClient) => openMarks({ client, name: "records" }).get("mark");

test("a table that goes on throttling is a store that cannot be reached just now", async (context) => {
  await assert.rejects(
    asked(await faulty(context, "ProvisionedThroughputExceededException")),
    StoreUnavailable,
  );
  await assert.rejects(asked(await faulty(context, "ThrottlingException")), StoreUnavailable);
});

test("a service that nobody answers for is a store that cannot be reached just now", async () => {
  await assert.rejects(asked(clientAt("http://127.0.0.1:1")), StoreUnavailable);
});

test("what the caller did wrong stays what it is", async (context) => {
  const denied = asked(await faulty(context, "AccessDeniedException"));
  await assert.rejects(denied, (fault) => fault instanceof Error && fault.name === "AccessDeniedException");
});
