import {
  newWebhookSecret,
  signWebhook,
  UnusableSecret,
  verifyWebhook,
} from "@window/node/webhook-signature.ts";
import type { WebhookHeaders } from "@window/node/webhook-signature.ts";
import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "node:test";
import { Webhook } from "standardwebhooks";
import standard from "./vectors/standard-webhooks.json" with { type: "json" };

const secret = newWebhookSecret(new Uint8Array(32).fill(1));
const oldSecret = newWebhookSecret(new Uint8Array(24).fill(2));
const now = 1_800_000_000;
const body = Buffer.from('{"outcome":"agree","雨":1}');
const genuine = { id: "msg_1", timestamp: String(now), signature: signWebhook(secret, "msg_1", now, body) };
const receive = (headers: WebhookHeaders, raw: Uint8Array = body, nowSeconds = now) =>
  verifyWebhook({ secrets: [secret, oldSecret], headers, body: raw, nowSeconds });

test("the published vector of Standard Webhooks is signed to the same text and accepted", () => {
  for (const { secret: published, id, timestamp, payload, signature } of standard.vectors) {
    assert.equal(signWebhook(published, id, timestamp, payload), signature);
    const headers = { id, timestamp: String(timestamp), signature };
    const verdict = verifyWebhook({ secrets: [published], headers, body: payload, nowSeconds: timestamp });
    assert.deepEqual(verdict, { ok: true });
  }
});

test("everything the published list must reject is refused with its cause", () => {
  const wrong = { ok: false, cause: "bad-signature" };
  const missing = { ok: false, cause: "missing-header" };
  assert.deepEqual(receive({ ...genuine, id: undefined }), missing);
  assert.deepEqual(receive({ ...genuine, timestamp: "" }), missing);
  assert.deepEqual(receive({ ...genuine, signature: undefined }), missing);
  assert.deepEqual(receive({ ...genuine, signature: "v1," }), wrong);
  assert.deepEqual(receive({ ...genuine, signature: genuine.signature.replace("v1,", "v2,") }), wrong);
  assert.deepEqual(receive({ ...genuine, signature: genuine.signature.slice(0, -1) }), wrong);
  assert.deepEqual(receive(genuine, Buffer.concat([body, Buffer.from(" ")])), wrong);
});

test("several signatures are accepted when one of them is right", () => {
  const others = `v1,${Buffer.alloc(32).toString("base64")} v1a,xyz`;
  assert.deepEqual(receive({ ...genuine, signature: `${others} ${genuine.signature}` }), { ok: true });
  assert.deepEqual(receive({ ...genuine, signature: others }), { ok: false, cause: "bad-signature" });
});

test("during a rotation a department that knows either secret accepts the message", () => {
  const signature = signWebhook([oldSecret, secret], "msg_1", now, body);
  assert.match(signature, /^v1,\S+ v1,\S+$/);
  for (const known of [oldSecret, secret]) {
    const verdict = verifyWebhook({
      secrets: [known],
      headers: { ...genuine, signature },
      body,
      nowSeconds: now,
    });
    assert.deepEqual(verdict, { ok: true });
  }
});

test("a message is fresh for 300 seconds on either side and not for 301", () => {
  assert.deepEqual(receive(genuine, body, now + 300), { ok: true });
  assert.deepEqual(receive(genuine, body, now - 300), { ok: true });
  assert.deepEqual(receive(genuine, body, now + 301), { ok: false, cause: "too-old" });
  assert.deepEqual(receive(genuine, body, now - 301), { ok: false, cause: "too-new" });
});

test("a timestamp that is not a plain number of seconds is refused before anything is compared", () => {
  for (const timestamp of [
    "abc",
    "1e9",
    "-1",
    "+1800000000",
    "01800000000",
    "1800000000.0",
    " 1800000000",
    "9".repeat(13),
  ]) {
    assert.deepEqual(receive({ ...genuine, timestamp }), { ok: false, cause: "bad-timestamp" });
  }
});

test("one signature never stands for two messages", () => {
  assert.throws(() => signWebhook(secret, "a.1", 2, "x"), RangeError);
  const split = { id: "a.1", timestamp: "2", signature: signWebhook(secret, "a", 1, "2.x") };
  assert.deepEqual(receive(split, Buffer.from("x"), 2), { ok: false, cause: "bad-signature" });
});

test("no secret, no acceptance", () => {
  assert.equal(verifyWebhook({ secrets: [], headers: genuine, body, nowSeconds: now }).ok, false);
});

test("a secret that is short, long or not base64 is refused without being repeated", () => {
  for (const weak of [
    "",
    "whsec_",
    "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "whsec_c2hvcnQ=",
    `whsec_${"a b".repeat(16)}`,
  ]) {
    assert.throws(() => signWebhook(weak, "msg_1", now, body), UnusableSecret);
  }
  assert.throws(() => newWebhookSecret(new Uint8Array(23)), UnusableSecret);
  assert.throws(() => newWebhookSecret(new Uint8Array(65)), UnusableSecret);
  assert.equal(newWebhookSecret(new Uint8Array(64)).length, 6 + 88);
  assert.notEqual(newWebhookSecret(), newWebhookSecret());
});

const messageId = fc.stringMatching(/^msg_[A-Za-z0-9]{1,40}$/);

test("the stranger accepts what we sign, over any text", (context) => {
  // The package reads the clock of the process.
  context.mock.timers.enable({ apis: ["Date"], now: now * 1000 });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 24, maxLength: 64 }), messageId, fc.json(), (key, id, text) => {
      const ours = newWebhookSecret(key);
      const headers = {
        "webhook-id": id,
        "webhook-timestamp": String(now),
        "webhook-signature": signWebhook(ours, id, now, text),
      };
      assert.deepEqual(new Webhook(ours).verify(text, headers), JSON.parse(text));
    }),
    { numRuns: 1000 },
  );
});

test("we accept what the stranger signs, over any body", () => {
  const when = new Date(now * 1000);
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 24, maxLength: 64 }),
      messageId,
      fc.string({ unit: "binary" }),
      (key, id, text) => {
        const theirs = newWebhookSecret(key);
        const headers = { id, timestamp: String(now), signature: new Webhook(theirs).sign(id, when, text) };
        assert.deepEqual(
          verifyWebhook({ secrets: [theirs], headers, body: Buffer.from(text), nowSeconds: now + 5 }),
          { ok: true },
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test("bytes that are no text are signed and read back, from none to a megabyte", () => {
  for (const raw of [
    new Uint8Array(0),
    Uint8Array.of(0xff, 0xfe, 0x00),
    new Uint8Array(1 << 20).fill(0x80),
  ]) {
    const headers = { ...genuine, signature: signWebhook(secret, "msg_1", now, raw) };
    assert.deepEqual(receive(headers, raw), { ok: true });
  }
});
