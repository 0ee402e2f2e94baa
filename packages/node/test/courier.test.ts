import { ReferralRequested } from "@window/contract/referral-events.ts";
import { CaseId, CaseNumber, ReferralId } from "@window/domain/id.ts";
import { fromIso } from "@window/domain/instant.ts";
import { ItemId } from "@window/domain/item/item.ts";
import { StepId } from "@window/domain/item/step.ts";
import type { ReferralMessage } from "@window/domain/port/courier.ts";
import { courier } from "@window/node/courier.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { Webhook } from "standardwebhooks";
import * as z from "zod";

const message: ReferralMessage = {
  id: "msg_sample-0-0",
  referral: ReferralId.parse("ref_sample-0-0"),
  case: CaseId.parse("case_sample"),
  caseNumber: CaseNumber.parse("0000-0000-0000"),
  item: ItemId.parse("item_rent-subsidy"),
  step: StepId.parse("talent-review"),
  question: { zh: "是否符合？", en: "Does it qualify?" },
  handle: "hdl_0123456789abcdef",
  openedAt: fromIso("2026-11-24T01:00:00Z"),
  due: fromIso("2026-11-27T16:00:00Z"),
  provisional: false,
};

type Received = { headers: IncomingHttpHeaders; body: string };

/** A department on this machine that answers 200 and keeps what it got. */
const department = async (t: TestContext): Promise<{ url: string; received: Received[] }> => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => server.close());
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return { url: `http://127.0.0.1:${port}/hook`, received };
};

const post = (clock: string, allowLoopback = true) =>
  courier({ origin: "https://window.example", clock: { now: () => fromIso(clock) }, allowLoopback });

test("a stranger's library accepts the message under the old secret and under the new one", async (t) => {
  const { url, received } = await department(t);
  const sending = [newWebhookSecret(), newWebhookSecret()];
  const posted = await post(new Date(performance.timeOrigin + performance.now()).toISOString())(
    { url, sending, receiving: [] },
    message,
  );
  assert.equal(posted.kind === "answered" && posted.status, 200);
  const [got] = received;
  assert.ok(got);
  const headers = z.record(z.string(), z.string()).parse({
    "webhook-id": got.headers["webhook-id"],
    "webhook-timestamp": got.headers["webhook-timestamp"],
    "webhook-signature": got.headers["webhook-signature"],
  });
  for (const secret of sending) {
    const event = ReferralRequested.parse(new Webhook(secret).verify(got.body, headers));
    assert.equal(event.data.callback, "https://window.example/referrals/hdl_0123456789abcdef/callback");
    assert.equal(event.time, "2026-11-24T01:00:00.000Z");
  }
});

test("a later attempt has the same id and the same bytes, and a time of its own", async (t) => {
  const { url, received } = await department(t);
  const endpoint = { url, sending: [newWebhookSecret()], receiving: [] };
  await post("2026-11-24T01:00:01Z")(endpoint, message);
  await post("2026-11-24T01:05:01Z")(endpoint, message);
  const [first, second] = received;
  assert.equal(first?.body, second?.body);
  assert.equal(first?.headers["webhook-id"], second?.headers["webhook-id"]);
  assert.notEqual(first?.headers["webhook-timestamp"], second?.headers["webhook-timestamp"]);
});

test("an address that may not be called is not connected to", async (t) => {
  const { url, received } = await department(t);
  const endpoint = { url, sending: [newWebhookSecret()], receiving: [] };
  const posted = await post("2026-11-24T01:00:00Z", false)(endpoint, message);
  assert.equal(posted.kind, "refused");
  assert.equal(received.length, 0);
});
