/** What is no request, or one nobody can read, is answered with a problem too: never with Node's bare status. */
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { problemOf } from "./client.ts";
import { type LocalTestedWindow, openLocalWindow } from "./local-window.ts";

let window: LocalTestedWindow;
before(async () => {
  window = await openLocalWindow();
});
after(() => window.close());

/** Sends bytes and reads what comes back as an answer of HTTP. */
const told = async (bytes: string): Promise<Response> => {
  const { port } = new URL(window.origin);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(bytes);
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
  const [line = "", ...headers] = head.split("\r\n");
  const pairs = headers.map((header): [string, string] => {
    const [name = "", value = ""] = header.split(": ");
    return [name, value];
  });
  return new Response(body, { status: Number(line.split(" ")[1]), headers: pairs });
};

const cases: readonly [what: string, bytes: string, status: number, code: string][] = [
  ["no HTTP at all", "好好好\r\n\r\n", 400, "not-http"],
  [
    "a Host that names nothing",
    "GET /items HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
    400,
    "not-http",
  ],
  ["no Host", "GET /items HTTP/1.1\r\nConnection: close\r\n\r\n", 400, "not-http"],
  ["a Host with a path", "GET /items HTTP/1.1\r\nHost: a/../b\r\nConnection: close\r\n\r\n", 400, "not-http"],
  [
    "a name that leads here",
    "GET /items HTTP/1.1\r\nHost: elsewhere.example:3000\r\nConnection: close\r\n\r\n",
    421,
    "host-unknown",
  ],
  [
    "a sign-in under a name that leads here",
    "POST /oidc/token HTTP/1.1\r\nHost: elsewhere.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    421,
    "host-unknown",
  ],
  [
    "a header of 20 KB",
    `GET /items HTTP/1.1\r\nHost: a\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`,
    431,
    "headers-too-large",
  ],
  [
    "a length that is no number",
    "POST /applications HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n",
    400,
    "not-http",
  ],
];

for (const host of ["LOCALHOST", "127.0.0.1:3000", "[::1]:3000"])
  test(`${host} is a name of this machine`, async () => {
    const { status } = await told(`GET /items HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    assert.equal(status, 200);
  });

for (const [what, bytes, status, code] of cases)
  test(`${what} is answered with ${status} and says what to do`, async () => {
    const problem = await problemOf(await told(bytes));
    assert.deepEqual([problem.status, problem.code], [status, code]);
  });
