import { changesOf, eachOf, inTurn, messagesOf } from "@window/aws/batch.ts";
import { uploadsOf } from "@window/aws/uploads.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

test("of ten records exactly those that fail are given back, and the others are done", async () => {
  const done: number[] = [];
  const told: string[] = [];
  const items = Array.from({ length: 10 }, (_, index) => ({
    id: `r${String(index)}`,
    act: async () => {
      if (index === 3 || index === 9) throw new Error("no");
      done.push(index);
    },
  }));
  const { batchItemFailures } = await eachOf(items, (id) => told.push(id));
  assert.deepEqual(batchItemFailures, [{ itemIdentifier: "r3" }, { itemIdentifier: "r9" }]);
  assert.deepEqual(told, ["r3", "r9"]);
  assert.deepEqual(done, [0, 1, 2, 4, 5, 6, 7, 8]);
});

test("messages of a queue and changes of a table are read, and nothing else is", () => {
  assert.deepEqual(messagesOf({ Records: [{ messageId: "m", body: "{}", attributes: {} }] }), [
    { id: "m", body: "{}" },
  ]);
  const change = { SequenceNumber: "7", Keys: { stream: { S: "app_1x" }, seq: { N: "1" } } };
  assert.deepEqual(changesOf({ Records: [{ dynamodb: change }] }, "stream"), [{ id: "7", key: "app_1x" }]);
  assert.throws(() => messagesOf({ Records: [{ body: "{}" }] }));
  assert.throws(() => changesOf({ Records: [{ dynamodb: change }] }, "other"));
});

test("a message of the bucket names versions; its greeting names none; a strange path is refused", () => {
  const told = (key: string) => ({ Records: [{ s3: { object: { key, versionId: "v1" } } }] });
  assert.deepEqual(uploadsOf(told("app_1x/doc_2y")), [
    { key: { application: "app_1x", document: "doc_2y" }, version: "v1" },
  ]);
  assert.deepEqual(uploadsOf({ Service: "Amazon S3", Event: "s3:TestEvent" }), []);
  for (const key of ["app_1x", "doc_2y/app_1x", "app_1x/doc_2y/more", "../app_1x/doc_2y"])
    assert.throws(() => uploadsOf(told(key)), key);
});

test("where a pace is kept one item is done after the other, and one that throws at once harms no other", async () => {
  const order: string[] = [];
  const item = (id: string) => ({
    id,
    act: async () => {
      order.push(`${id} begins`);
      await Promise.resolve();
      order.push(`${id} ends`);
    },
  });
  const thrower = {
    id: "two",
    act: (): never => {
      throw new Error("at once");
    },
  };
  const items = [item("one"), thrower, item("three")];
  const { batchItemFailures } = await inTurn(items, () => undefined);
  assert.deepEqual(order, ["one begins", "one ends", "three begins", "three ends"]);
  assert.deepEqual(batchItemFailures, [{ itemIdentifier: "two" }]);
  assert.deepEqual((await eachOf(items, () => undefined)).batchItemFailures, [{ itemIdentifier: "two" }]);
});
