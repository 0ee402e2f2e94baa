import { peerOf, requestOf, resultOf } from "@window/aws/http-api.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

const event = {
  version: "2.0",
  rawPath: "/referrals/hdl_x/callback",
  rawQueryString: "a=1&a=2",
  headers: { "content-type": "application/json", host: "elsewhere.example" },
  cookies: ["one=1", "two=2"],
  isBase64Encoded: false,
  body: '{"opinion":"同意"}',
  requestContext: { http: { method: "POST", path: "/", protocol: "HTTP/1.1", sourceIp: "192.0.2.7" } },
};

test("a request keeps its method, path, query, cookies and the bytes of its body", async () => {
  const request = requestOf(event, "https://window.example");
  assert.equal(request.method, "POST");
  assert.equal(request.url, "https://window.example/referrals/hdl_x/callback?a=1&a=2");
  assert.equal(request.headers.get("cookie"), "one=1; two=2");
  assert.equal(await request.text(), event.body);
});

test("who has connected is read from the event, not from a header", () => {
  const headers = { ...event.headers, "x-forwarded-for": "203.0.113.9" };
  assert.equal(peerOf({ ...event, headers }), "192.0.2.7");
});

test("a body that came as base64 is the same bytes, whatever they are", async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 128]);
  const request = requestOf(
    { ...event, body: bytes.toString("base64"), isBase64Encoded: true },
    "https://window.example",
  );
  assert.deepEqual(Buffer.from(await request.arrayBuffer()), bytes);
});

test("a header or cookie in any script comes in as its bytes, and those of Latin-1 as they are", () => {
  const headers = { ...event.headers, "idempotency-key": "键一", "x-latin": "é" };
  const { headers: read } = requestOf({ ...event, headers, cookies: ["名=值"] }, "https://window.example");
  const said = (name: string): string => Buffer.from(read.get(name) ?? "", "latin1").toString("utf8");
  assert.deepEqual([said("idempotency-key"), said("cookie"), read.get("x-latin")], ["键一", "名=值", "é"]);
});

test("a path cannot lead to another host", () => {
  for (const rawPath of ["//evil.example/x", "/\\evil.example", "@evil.example"])
    assert.equal(
      new URL(requestOf({ ...event, rawPath }, "https://window.example").url).host,
      "window.example",
    );
});

test("an answer goes back with its status, headers, cookies and bytes", async () => {
  const response = new Response("文", { status: 201, headers: { "x-one": "1" } });
  response.headers.append("set-cookie", "a=1");
  response.headers.append("set-cookie", "b=2");
  const result = await resultOf(response);
  assert.equal(result.statusCode, 201);
  assert.equal(result.headers["x-one"], "1");
  assert.deepEqual(result.cookies, ["a=1", "b=2"]);
  assert.equal(Buffer.from(result.body, "base64").toString("utf8"), "文");
});
