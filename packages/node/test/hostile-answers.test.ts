import assert from "node:assert/strict";
import { createServer as createHttpServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Socket } from "node:net";
import { test } from "node:test";
import type { TestContext } from "node:test";
import * as z from "zod";
import { guardedPost } from "../src/guarded-post.ts";
import { keptConnections } from "../src/pinned-post.ts";
import type { Connections } from "../src/pinned-post.ts";

const portOf = (address: unknown): number => z.object({ port: z.int() }).parse(address).port;

/** A server on this machine that does with the raw connection what it likes, gone when the test ends. */
const rawServer = async (context: TestContext, serve: (socket: Socket) => void): Promise<number> => {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return portOf(server.address());
};

const httpServer = async (
  context: TestContext,
  serve: (request: IncomingMessage, response: ServerResponse) => void,
) => {
  const server = createHttpServer(serve);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: portOf(server.address()) };
};

const call = async (
  port: number,
  rest: { deadlineMilliseconds?: number; connections?: Connections; scheme?: string } = {},
) => {
  const { scheme = "http", ...options } = rest;
  const { latencyMs, ...outcome } = await guardedPost({
    url: `${scheme}://127.0.0.1:${port}/hook`,
    headers: { "content-type": "application/cloudevents+json", "webhook-id": "evt_1" },
    body: Buffer.from([0xff, 0x00, 0x7b]),
    allowLoopback: true,
    ...options,
  });
  assert.ok(latencyMs >= 0 && latencyMs < 5_000);
  return outcome;
};

test("the body arrives byte for byte with its headers, and the status comes back", async (context) => {
  const seen: unknown[] = [];
  const { port } = await httpServer(context, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { "content-type": type, "webhook-id": id, "content-length": length } = request.headers;
      seen.push(request.method, request.url, type, id, length, Buffer.concat(chunks).toString("hex"));
      response.writeHead(202).end("thank you");
    });
  });
  assert.deepEqual(await call(port), { kind: "answered", status: 202 });
  assert.deepEqual(seen, ["POST", "/hook", "application/cloudevents+json", "evt_1", "3", "ff007b"]);
});

test("a redirect is an answer and is not followed", async (context) => {
  let asked = 0;
  const { port } = await httpServer(context, (request, response) => {
    asked += 1;
    response.writeHead(307, { location: `http://${request.headers.host}/elsewhere` }).end();
  });
  assert.deepEqual(await call(port), { kind: "answered", status: 307 });
  assert.equal(asked, 1);
});

test("a server that says nothing, or drips its headers, is left at the deadline", async (context) => {
  const silent = await rawServer(context, () => undefined);
  assert.deepEqual(await call(silent, { deadlineMilliseconds: 100 }), { kind: "failed", cause: "timeout" });
  const dripping = await rawServer(context, (socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    const drip = setInterval(() => socket.write("x: y\r\n"), 10);
    socket.on("close", () => clearInterval(drip));
  });
  assert.deepEqual(await call(dripping, { deadlineMilliseconds: 100 }), { kind: "failed", cause: "timeout" });
});

test("once the status has come it stands, though the body drips past the deadline", async (context) => {
  const port = await rawServer(context, (socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
    const drip = setInterval(() => socket.write("x"), 10);
    socket.on("close", () => clearInterval(drip));
  });
  assert.deepEqual(await call(port, { deadlineMilliseconds: 100 }), { kind: "answered", status: 200 });
});

test("of an endless body 64 KB are read and the connection is cut", async (context) => {
  let written = 0;
  const port = await rawServer(context, (socket) => {
    const block = Buffer.alloc(16 * 1024);
    const pour = () => {
      while (!socket.destroyed && socket.write(block)) written += block.length;
    };
    socket.write("HTTP/1.1 200 OK\r\ntransfer-encoding: identity\r\n\r\n");
    socket.on("drain", pour);
    pour();
  });
  assert.deepEqual(await call(port), { kind: "answered", status: 200 });
  assert.ok(written < 16 * 1024 * 1024, `${written} bytes`);
});

test("headers without end, a wrong protocol, a closed door and a hang-up each fail with their code", async (context) => {
  const answering = (text: string) => rawServer(context, (socket) => socket.write(text));
  const fails = async (port: number, scheme = "http") => {
    const outcome = await call(port, { scheme });
    return outcome.kind === "failed" ? outcome.cause : outcome.kind;
  };
  assert.equal(
    await fails(await answering(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(70_000)}`)),
    "malformed-answer",
  );
  assert.equal(await fails(await answering("220 mail.example ESMTP\r\n")), "malformed-answer");
  assert.equal(await fails(await rawServer(context, (socket) => socket.destroy())), "reset");
  assert.equal(
    await fails(await answering("HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n")),
    "malformed-answer",
  );
  assert.equal(await fails(await answering("HTTP/1.1 200 OK\r\n\r\n"), "https"), "tls");
  const { server, port } = await httpServer(context, () => undefined);
  await new Promise((resolve) => server.close(resolve));
  assert.equal(await fails(port), "unreachable");
});

test("Retry-After is understood in seconds and as a date beside the server's own", async (context) => {
  let retryAfter = "";
  const { port } = await httpServer(context, (_request, response) => {
    response.writeHead(429, { "retry-after": retryAfter, date: "Sun, 06 Nov 1994 08:49:37 GMT" }).end();
  });
  const cases = {
    "120": 120,
    "0": 0,
    "9999999999": 86_400,
    "Sun, 06 Nov 1994 08:50:07 GMT": 30,
    "Sun, 06 Nov 1994 08:00:00 GMT": 0,
    soon: undefined,
    "-5": undefined,
  };
  for (const [sent, seconds] of Object.entries(cases)) {
    retryAfter = sent;
    const expected = seconds === undefined ? {} : { retryAfterSeconds: seconds };
    assert.deepEqual(await call(port), { kind: "answered", status: 429, ...expected }, sent);
  }
});

test("a kept connection is used again, and one closed meanwhile costs no attempt", async (context) => {
  let opened = 0;
  const sockets: Socket[] = [];
  const { port, server } = await httpServer(context, (_request, response) => response.writeHead(204).end());
  server.on("connection", (socket) => {
    opened += 1;
    sockets.push(socket);
  });
  const connections = keptConnections();
  context.after(() => connections.http.destroy());
  for (let at = 0; at < 3; at += 1)
    assert.deepEqual(await call(port, { connections }), { kind: "answered", status: 204 });
  assert.equal(opened, 1);
  sockets[0]?.resetAndDestroy();
  assert.deepEqual(await call(port, { connections }), { kind: "answered", status: 204 });
  assert.equal(opened, 2);
});
