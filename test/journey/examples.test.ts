/** The examples of the OpenAPI document: they are what their schemas say, and a live window takes every one of them. */
import { exampleOf } from "@window/contract/examples.ts";
import { everyOperation } from "@window/contract/operations.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { walkExamples } from "./example-walk.ts";
import { openLocalWindow } from "./local-window.ts";

test("every example is what the schemas of its operation say", () => {
  for (const [id, { params, query, headers, body, answers }] of everyOperation) {
    const { request, answer } = exampleOf(id);
    for (const [schema, sent] of [
      [params, request.params],
      [query, request.query],
      [headers, request.headers],
      [body, request.body],
    ] as const)
      if (schema === undefined) assert.equal(sent, undefined, id);
      else assert.equal(schema.safeParse(sent ?? {}).error, undefined, id);
    const schema = answers[answer.status];
    assert.notEqual(schema, undefined, `${id}: ${answer.status}`);
    if (schema === null) assert.equal(answer.body, null, id);
    else assert.equal(schema?.safeParse(answer.body).error, undefined, id);
  }
});

test("a live window answers every example with the status it shows, and as its schema says", async () => {
  const window = await openLocalWindow();
  try {
    const walked = await walkExamples(window);
    for (const [id, { answers }] of everyOperation) {
      const came = walked.get(id)?.answer ?? assert.fail(`${id} was not asked`);
      assert.equal(came.status, exampleOf(id).answer.status, id);
      assert.equal(answers[came.status]?.safeParse(came.body).error, undefined, id);
    }
  } finally {
    await window.close();
  }
});
