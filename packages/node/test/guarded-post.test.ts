import assert from "node:assert/strict";
import * as http from "node:http";
import * as https from "node:https";
import { createServer } from "node:net";
import type { LookupFunction, Server } from "node:net";
import { Duplex } from "node:stream";
import { after, before, test } from "node:test";
import * as z from "zod";
import { guardedPost } from "../src/guarded-post.ts";
import type { Post } from "../src/guarded-post.ts";
import { hostileUrls } from "./hostile-urls.ts";

const PUBLIC = "93.184.216.34";
const post = (url: string, rest: Partial<Post> = {}) =>
  guardedPost({ url, headers: {}, body: "{}", allowLoopback: false, ...rest });

/** An agent that opens nothing and notes where it would have gone. */
class Witness extends https.Agent {
  readonly reached: string[] = [];
  override createConnection(
    options: { lookup?: LookupFunction | undefined },
    done?: (error: Error, none: Duplex) => void,
  ): undefined {
    options.lookup?.("any.name", { all: true }, (_error, addresses) => {
      for (const { address } of z.array(z.object({ address: z.string() })).parse(addresses))
        this.reached.push(address);
    });
    if (!options.lookup) this.reached.push("system lookup");
    done?.(new Error("not connected"), new Duplex());
  }
}

const listening = (server: Server, host: string) =>
  new Promise<number | undefined>((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen(0, host, () => resolve(z.object({ port: z.int() }).parse(server.address()).port));
  });

let touched = 0;
const canaries = [createServer(() => (touched += 1)), createServer(() => (touched += 1))] as const;
let port = 0;
before(async () => {
  port = (await listening(canaries[0], "127.0.0.1")) ?? 0;
  // A machine without IPv6 has one canary less.
  await new Promise<void>((resolve) => {
    canaries[1].once("error", () => resolve());
    canaries[1].listen(port, "::1", resolve);
  });
});
after(() => {
  for (const canary of canaries) canary.close();
});

test("no hostile address is ever connected to, not even when every name resolves to this machine", async () => {
  const corpus = hostileUrls(port);
  const witness = new Witness();
  const connections = { http: new http.Agent(), https: witness };
  const resolve = async () => ["127.0.0.1", "::1"];
  for (const url of [...corpus, "https://department.example/", "https://127.0.0.1.nip.example:8443/"]) {
    const outcome = await post(url, { resolve, connections });
    assert.equal(outcome.kind, "refused", url);
  }
  assert.ok(corpus.length >= 150);
  assert.deepEqual({ touched, reached: witness.reached }, { touched: 0, reached: [] });
});

test("a name of which one address of many is inner is refused", async () => {
  const resolve = async () => [PUBLIC, "10.0.0.1"];
  const { latencyMs: _, ...outcome } = await post("https://department.example/", { resolve });
  assert.deepEqual(outcome, { kind: "refused", cause: "blocked-address" });
});

test("a name that changes its mind after the check is still called at the checked address", async () => {
  const answers = [[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]];
  let asked = 0;
  const witness = new Witness();
  const outcome = await post("https://department.example/", {
    resolve: async () => answers[asked++] ?? [],
    connections: { http: new http.Agent(), https: witness },
  });
  assert.deepEqual(
    { kind: outcome.kind, asked, reached: witness.reached },
    { kind: "failed", asked: 1, reached: [PUBLIC] },
  );
  assert.equal(
    (await post("https://department.example/", { resolve: async () => ["127.0.0.1"] })).kind,
    "refused",
  );
});

test("localhost that is made to resolve elsewhere is refused in development too", async () => {
  const outcome = await post(`http://localhost:${port}/`, {
    allowLoopback: true,
    resolve: async () => [PUBLIC],
  });
  assert.equal(outcome.kind, "refused");
});

test("a name that does not resolve, or not in time, is a failure with a code", async () => {
  const failing = async (resolve: Post["resolve"] & {}) => {
    const outcome = await post("https://department.example/", { resolve, deadlineMilliseconds: 50 });
    return outcome.kind === "failed" ? outcome.cause : outcome.kind;
  };
  assert.equal(await failing(async () => []), "unresolved");
  assert.equal(
    await failing(() => Promise.reject(new Error("queryA ENOTFOUND department.example"))),
    "unresolved",
  );
  assert.equal(await failing(() => new Promise(() => undefined)), "timeout");
});
