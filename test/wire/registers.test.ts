import { openDemonstrationRegister } from "@window/local/demonstration-register.ts";
import { CaseId } from "@window/domain/id.ts";
import { RegisterId } from "@window/domain/item/verification.ts";
import type { Verdict } from "@window/domain/port/registers.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { httpRegisters } from "@window/node/http-registers.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { after, before, test } from "node:test";
import { Webhook } from "standardwebhooks";
import * as z from "zod";

const population = RegisterId.parse("reg_population");
const business = RegisterId.parse("reg_business");
const subject = CaseId.parse("case_sample");
const secret = newWebhookSecret();
const RIGHT = { number: "11010519491231002X", name: "李静" };

let demonstration: Awaited<ReturnType<typeof openDemonstrationRegister>>;
before(async () => {
  demonstration = await openDemonstrationRegister(secret, wireClock);
});
after(() => demonstration.close());

type Facts = Readonly<Record<string, string | number>>;

const asking = (url: string, sending = secret, rest: { deadlineMilliseconds?: number } = {}) => {
  const endpointOf = async () => ({ url, sending: [sending] });
  return httpRegisters({ endpointOf, clock: wireClock, allowLoopback: true, ...rest });
};

const asked = (facts: Facts, register = population): Promise<Verdict> =>
  asking(demonstration.url).ask({ case: subject, register, facts });

/** What is made of whatever a register sends. */
const hearing = async (listener: RequestListener, deadlineMilliseconds = 2_000): Promise<Verdict> => {
  const server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = z.object({ port: z.int() }).parse(server.address());
  try {
    const registers = asking(`http://127.0.0.1:${port}/`, secret, { deadlineMilliseconds });
    return await registers.ask({ case: subject, register: population, facts: RIGHT });
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

const saying = (body: string, status = 200) => hearing((_, response) => response.writeHead(status).end(body));

test("a register says match, mismatch by field, and not found", async () => {
  assert.deepEqual(await asked(RIGHT), { kind: "match" });
  assert.deepEqual(await asked({ ...RIGHT, name: "李晶" }), { kind: "mismatch", facts: ["name"] });
  assert.deepEqual(await asked({ ...RIGHT, number: "110105194912310021" }), { kind: "not-found" });
  const employer = { "credit-code": "91350100M000100Y43", name: "海口示例海洋科技有限公司" };
  assert.deepEqual(await asked(employer, business), { kind: "match" });
});

test("a register that is down is down, whichever way it is", async () => {
  assert.deepEqual(await asked({ number: "440524188001010014" }), { kind: "down", cause: "status-503" });
  assert.deepEqual(await saying("busy", 500), { kind: "down", cause: "status-500" });
  assert.deepEqual(await hearing(() => undefined, 100), { kind: "down", cause: "timeout" });
  assert.deepEqual(await hearing((request) => request.socket.destroy()), { kind: "down", cause: "reset" });
  const gone = asking("http://127.0.0.1:1/").ask({ case: subject, register: population, facts: RIGHT });
  assert.deepEqual(await gone, { kind: "down", cause: "unreachable" });
  assert.deepEqual(await saying("{}", 302), { kind: "down", cause: "status-302" });
});

test("what is no answer to this question is never taken for one", async () => {
  const answers = [
    "",
    "not json",
    "{}",
    '{"outcome":"yes"}',
    '{"outcome":"mismatch"}',
    '{"outcome":"mismatch","facts":[]}',
    '{"outcome":"mismatch","facts":["salary"]}',
    '{"outcome":"match","name":"李静"}',
    `{"outcome":"match"}${" ".repeat(9_000)}`,
  ];
  for (const body of answers)
    assert.deepEqual(await saying(body), { kind: "down", cause: "malformed-answer" }, body.slice(0, 60));
});

test("an answer that breaks off is no answer", async () => {
  const verdict = await hearing((_, response) => {
    response.writeHead(200, { "content-length": "40" });
    response.write('{"outcome":"not-found"}', () => response.destroy());
  });
  assert.equal(verdict.kind, "down");
});

test("a register answers nobody who cannot sign", async () => {
  const stranger = asking(demonstration.url, newWebhookSecret());
  const verdict = await stranger.ask({ case: subject, register: population, facts: RIGHT });
  assert.deepEqual(verdict, { kind: "down", cause: "status-400" });
});

test("a stranger verifies the question with Standard Webhooks, and its id is the same every time", async () => {
  const ids: unknown[] = [];
  for (let time = 0; time < 2; time += 1)
    await hearing((request, response) => {
      void request.toArray().then((chunks) => {
        const headers = z.record(z.string(), z.string()).parse(request.headers);
        const read = new Webhook(secret).verify(Buffer.concat(chunks).toString("utf8"), headers);
        assert.deepEqual(read, { facts: RIGHT, register: "reg_population" });
        ids.push(headers["webhook-id"]);
        response.end('{"outcome":"match"}');
      });
    });
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1]);
});

test("a register on this machine is not asked unless that is allowed, nor one that is not connected", async () => {
  const shut = httpRegisters({
    endpointOf: async (register) =>
      register === population ? { url: demonstration.url, sending: [secret] } : undefined,
    clock: wireClock,
    allowLoopback: false,
  });
  const question = { case: subject, register: population, facts: RIGHT };
  assert.equal((await shut.ask(question)).kind, "down");
  assert.deepEqual(await shut.ask({ ...question, register: business }), {
    kind: "down",
    cause: "not-connected",
  });
  assert.deepEqual([await shut.connected(population), await shut.connected(business)], [true, false]);
});
