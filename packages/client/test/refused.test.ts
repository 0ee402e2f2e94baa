import { refusedBy } from "@window/client/refused.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

const refused = (body: string, headers: Record<string, string>) =>
  refusedBy(new Response(body, { status: 503, headers }), "get /items");

test("a problem of the window is told with its code and how long to wait", async () => {
  const headers = { "content-type": "application/problem+json; charset=utf-8", "retry-after": "5" };
  const { status, problem, retryAfter, message } = await refused('{"code":"busy"}', headers);
  assert.deepEqual([status, problem?.code, retryAfter], [503, "busy", 5]);
  assert.equal(message, "get /items: 503 busy");
});

test("what something on the way says, or a problem that broke off, is a refusal without a problem", async () => {
  for (const [body, type] of [
    ["<html>", "text/html"],
    ['{"code":"bu', "application/problem+json"],
    ["[]", "application/problem+json"],
  ] as const) {
    const wait = "Wed, 21 Oct 2026 07:28:00 GMT";
    const { status, problem, retryAfter } = await refused(body, {
      "content-type": type,
      "retry-after": wait,
    });
    assert.deepEqual([status, problem, retryAfter], [503, undefined, undefined]);
  }
});
