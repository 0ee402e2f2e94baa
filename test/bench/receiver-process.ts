/** A department in a process of its own: verifies each webhook, answers it by signed callback, and says which it decided. */
import { signWebhook, verifyWebhook } from "@window/node/webhook-signature.ts";
import { randomUUID } from "node:crypto";
import { Agent, createServer, request, type IncomingMessage } from "node:http";
import * as z from "zod";

const Environment = z.object({ BENCH_SENDING: z.string(), BENCH_RECEIVING: z.string() });
const { BENCH_SENDING, BENCH_RECEIVING } = Environment.parse(process.env);
const Referral = z.object({
  id: z.string(),
  subject: z.string(),
  data: z.object({ case: z.string(), callback: z.url() }),
});

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const heard = new Set<string>();
let webhooks = 0;
let decided: [string, number][] = [];

const nowSeconds = (): number => Math.floor((performance.timeOrigin + performance.now()) / 1000);

/** Told in bundles, so that telling costs little beside what is measured. */
const tell = (subject: string): void => {
  decided.push([subject, performance.timeOrigin + performance.now()]);
  if (decided.length > 1) return;
  setTimeout(() => {
    process.send?.(decided);
    decided = [];
  }, 2);
};

const read = (message: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.once("end", () => resolve(Buffer.concat(chunks)));
    message.once("error", reject);
  });

const answer = async ({ subject, data }: z.infer<typeof Referral>): Promise<void> => {
  const id = `msg_${randomUUID()}`;
  const body = JSON.stringify({
    specversion: "1.0",
    id,
    source: "urn:bench:department",
    type: "talent.referral.answered.v1",
    subject,
    time: new Date(performance.timeOrigin + performance.now()).toISOString(),
    datacontenttype: "application/json",
    data: { outcome: "agree", reasons: [] },
  });
  const timestamp = nowSeconds();
  const headers = {
    "content-type": "application/cloudevents+json",
    "content-length": Buffer.byteLength(body),
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signWebhook(BENCH_RECEIVING, id, timestamp, body),
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(data.callback, { method: "POST", agent, headers }, resolve).once("error", reject).end(body);
  });
  const said = await read(response);
  if (response.statusCode !== 200) throw new Error(`callback: ${response.statusCode} ${said.toString()}`);
  tell(data.case);
};

const server = createServer((message, response) => {
  void read(message).then(async (body) => {
    const header = (name: string): string => String(message.headers[name] ?? "");
    const headers = {
      id: header("webhook-id"),
      timestamp: header("webhook-timestamp"),
      signature: header("webhook-signature"),
    };
    const verdict = verifyWebhook({ secrets: [BENCH_SENDING], headers, body, nowSeconds: nowSeconds() });
    response.writeHead(verdict.ok ? 204 : 401).end();
    if (!verdict.ok) throw new Error(verdict.cause);
    webhooks += 1;
    if (heard.has(headers.id)) return;
    heard.add(headers.id);
    await answer(Referral.parse(JSON.parse(body.toString())));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = z.object({ port: z.int() }).parse(server.address());
  process.send?.({ url: `http://127.0.0.1:${port}/` });
});
process.on("message", () => {
  process.send?.({ webhooks, repeated: webhooks - heard.size });
});
process.on("disconnect", () => process.exit(0));
