import { CaseNumber, NoticeId } from "@window/domain/id.ts";
import type { Message, Told } from "@window/domain/port/notifier.ts";
import { openDemonstrationGateway } from "@window/local/demonstration-gateway.ts";
import { openMailbox } from "@window/local/mailbox.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { authorizationOf } from "@window/node/signed-request.ts";
import type { SmsAccount } from "@window/node/sms-account.ts";
import { sendSms } from "@window/node/sms-gateway.ts";
import { newWebhookSecret, verifyWebhook } from "@window/node/webhook-signature.ts";
import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import * as z from "zod";

const account: SmsAccount = {
  url: "http://127.0.0.1:9/sms",
  accessKey: "AK",
  secretKey: "a-secret-of-at-least-16",
  signName: "示例窗口",
  templates: { accepted: { zh: "SMS_1", en: "SMS_2" } },
  reporting: [newWebhookSecret()],
};

const message: Message = {
  notice: NoticeId.parse("ntc_sample-accepted"),
  channel: "sms",
  to: "+8613800138000",
  occasion: "accepted",
  number: CaseNumber.parse("0123-4567-89AB"),
  subject: { zh: "已受理", en: "Accepted" },
  body: { zh: "已受理。", en: "Accepted." },
};

const sent = (url: string, more: Partial<Message> = {}, used = account) =>
  sendSms({ account: { ...used, url }, clock: wireClock, allowLoopback: true }, { ...message, ...more });

const listening = async (listener: RequestListener) => {
  const server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${String(port)}/sms`, close };
};

/** What is made of whatever a gateway answers. */
const hearing = async (listener: RequestListener): Promise<Told> => {
  const { url, close } = await listening(listener);
  try {
    return await sent(url);
  } finally {
    close();
  }
};

const saying = (body: string, status = 200) => hearing((_, response) => response.writeHead(status).end(body));

test("a request names signature, template and number of the case, and is signed over all of it", async () => {
  const heard: { request: IncomingMessage; body: string }[] = [];
  const { url, close } = await listening((request, response) => {
    void text(request).then((body) => {
      heard.push({ request, body });
      response.end('{"code":"OK"}');
    });
  });
  for (let times = 0; times < 2; times += 1) assert.deepEqual(await sent(url), { kind: "taken" });
  close();
  const [first, second] = heard;
  assert.ok(first && second);
  assert.deepEqual(JSON.parse(first.body), {
    requestId: "ntc_sample-accepted",
    phoneNumber: "+8613800138000",
    signName: "示例窗口",
    templateCode: "SMS_1",
    templateParam: { number: "0123-4567-89AB" },
  });
  assert.equal(first.body, second.body, "the same request at every attempt");
  assert.notEqual(first.request.headers["x-nonce"], second.request.headers["x-nonce"]);
  const { headers } = first.request;
  // Computed here by itself, as a gateway would.
  const names = ["host", "x-date", "x-nonce"];
  const lines = names.map((name) => `${name}:${headers[name]?.toString() ?? ""}\n`).join("");
  const hash = (content: string) => createHash("sha256").update(content).digest("hex");
  const canonical = `POST\n/sms\n\n${lines}\n${names.join(";")}\n${hash(first.body)}`;
  const signature = createHmac("sha256", account.secretKey)
    .update(`HMAC-SHA256\n${hash(canonical)}`)
    .digest("hex");
  assert.equal(
    headers.authorization,
    `HMAC-SHA256 Credential=AK,SignedHeaders=host;x-date;x-nonce,Signature=${signature}`,
  );
  assert.ok(!JSON.stringify(headers).includes(account.secretKey));
});

test("an occasion without a registered template is not sent", async () =>
  assert.deepEqual(await sent(account.url, { occasion: "overdue" }), {
    kind: "turned-down",
    cause: "no-template",
  }));

for (const [body, expected] of [
  ['{"code":"OK"}', { kind: "taken" }],
  ['{"code":"isv.MOBILE_NUMBER_ILLEGAL"}', { kind: "turned-down", cause: "sms-isv.MOBILE_NUMBER_ILLEGAL" }],
  ['{"code":"isv.BUSINESS_LIMIT_CONTROL"}', { kind: "put-off", cause: "sms-isv.BUSINESS_LIMIT_CONTROL" }],
  ['{"code":"isp.SYSTEM_ERROR"}', { kind: "put-off", cause: "sms-isp.SYSTEM_ERROR" }],
  ['{"code":"a code with blanks"}', { kind: "put-off", cause: "malformed-answer" }],
  ["{}", { kind: "put-off", cause: "malformed-answer" }],
  ["<html>OK</html>", { kind: "put-off", cause: "malformed-answer" }],
  ["", { kind: "put-off", cause: "malformed-answer" }],
] as const)
  test(`200 with ${body === "" ? "nothing" : body} is ${expected.kind}`, async () =>
    assert.deepEqual(await saying(body), expected));

test("the demonstration's gateway takes signed requests alone, files a message once and reports on it, signed", async () => {
  const reports: { readonly body: string; readonly genuine: boolean }[] = [];
  const secret = newWebhookSecret();
  const window = await listening((request, response) => {
    void text(request).then((body) => {
      const named = (name: string) => request.headers[name]?.toString();
      const headers = {
        id: named("webhook-id"),
        timestamp: named("webhook-timestamp"),
        signature: named("webhook-signature"),
      };
      const nowSeconds = Math.floor(wireClock.now() / 1000);
      reports.push({ body, genuine: verifyWebhook({ secrets: [secret], headers, body, nowSeconds }).ok });
      response.end();
    });
  });
  const mailbox = openMailbox();
  const gateway = await openDemonstrationGateway({
    ...account,
    say: (template, number) => (template === "SMS_1" ? `办件 ${number} 已受理` : undefined),
    mailbox,
    clock: wireClock,
    report: { url: window.url, secret },
  });
  for (let times = 0; times < 2; times += 1) assert.deepEqual(await sent(gateway.url), { kind: "taken" });
  const forged = { ...account, secretKey: "another-secret-of-16" };
  assert.deepEqual(await sent(gateway.url, {}, forged), { kind: "put-off", cause: "http-403" });
  assert.deepEqual(await sent(gateway.url, { language: "en" }), {
    kind: "turned-down",
    cause: "sms-isv.SMS_TEMPLATE_ILLEGAL",
  });
  const unreached = { to: "+8613900000001", notice: NoticeId.parse("ntc_sample-unreached") };
  assert.deepEqual(await sent(gateway.url, unreached), { kind: "taken" });
  while (reports.length < 2) await new Promise((later) => setImmediate(later));
  await gateway.close();
  window.close();
  assert.deepEqual(
    mailbox.letters().map(({ to, text: said }) => [to, said]),
    [["+86138****8000", "【示例窗口】办件 0123-4567-89AB 已受理"]],
  );
  assert.deepEqual(
    reports.toSorted((one, other) => one.body.length - other.body.length),
    [
      { genuine: true, body: '{"notice":"ntc_sample-accepted","outcome":"delivered"}' },
      { genuine: true, body: '{"cause":"UNDELIV","notice":"ntc_sample-unreached","outcome":"failed"}' },
    ],
  );
});

test("a signature covers path, headers and body", () => {
  const request = { path: "/sms", body: "{}", headers: { host: "example", "x-date": "1", "x-nonce": "2" } };
  const all = [
    request,
    { ...request, path: "/other" },
    { ...request, body: "{ }" },
    { ...request, headers: { ...request.headers, "x-date": "2" } },
    { ...request, headers: { ...request.headers, host: "other" } },
  ].map((each) => authorizationOf(account, each));
  assert.equal(new Set(all).size, all.length);
});
