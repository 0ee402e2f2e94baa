import { UnusableSecret } from "@window/department-kit/signature.ts";
import { signCallback } from "@window/department-kit/sign-callback.ts";
import { verifyWebhook } from "@window/department-kit/verify-webhook.ts";
import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "node:test";
import { Webhook } from "standardwebhooks";
import { published } from "./vectors.ts";

const secret = published.secret;
const now = published.timestamp;
const body = new TextEncoder().encode(published.payload);
const genuine: Readonly<Record<string, string>> = {
  "webhook-id": published.id,
  "webhook-timestamp": String(now),
  "webhook-signature": published.signature,
};
const receive = (headers: Record<string, string | undefined>, raw = body, nowSeconds = now) =>
  verifyWebhook({ secrets: [secret], headers, body: raw, nowSeconds });
const causeOf = async (verdict: ReturnType<typeof receive>) => {
  const given = await verdict;
  return given.ok ? "accepted" : given.cause;
};

test("the published vector of Standard Webhooks is accepted and signed to the same text", async () => {
  assert.deepEqual(await receive(genuine), { ok: true, id: published.id, timestamp: now });
  const headers = await signCallback({ secret, id: published.id, body, nowSeconds: now });
  assert.deepEqual(headers, { "content-type": "application/cloudevents+json", ...genuine });
});

test("the headers are read from Node's server and from a Request of the Web alike", async () => {
  const headers = new Headers(genuine);
  assert.ok((await verifyWebhook({ secrets: [secret], headers, body, nowSeconds: now })).ok);
});

test("a header that is missing or empty is told as missing", async () => {
  for (const name of Object.keys(genuine)) {
    assert.equal(await causeOf(receive({ ...genuine, [name]: undefined })), "missing-header");
    assert.equal(await causeOf(receive({ ...genuine, [name]: "" })), "missing-header");
  }
});

test("a signature that is cut short, of another version or over another body is refused", async () => {
  const signed = (signature: string) => receive({ ...genuine, "webhook-signature": signature });
  for (const wrong of ["v1,", published.signature.replace("v1", "v2"), published.signature.slice(0, -1)]) {
    assert.equal(await causeOf(signed(wrong)), "bad-signature");
  }
  assert.equal(
    await causeOf(receive(genuine, new TextEncoder().encode(`${published.payload} `))),
    "bad-signature",
  );
});

test("of several signatures one has to be right", async () => {
  const other = `v1,${btoa("x".repeat(32))}`;
  const several = { ...genuine, "webhook-signature": `v1a,abc ${other} ${published.signature}` };
  assert.equal(await causeOf(receive(several)), "accepted");
  assert.equal(
    await causeOf(receive({ ...genuine, "webhook-signature": `${other} v1a,x` })),
    "bad-signature",
  );
});

test("during a rotation the old and the new secret are both accepted", async () => {
  const old = `whsec_${btoa("o".repeat(24))}`;
  const verdict = await verifyWebhook({ secrets: [old, secret], headers: genuine, body, nowSeconds: now });
  assert.ok(verdict.ok);
  assert.ok(!(await verifyWebhook({ secrets: [], headers: genuine, body, nowSeconds: now })).ok);
});

test("a message is fresh for 300 seconds on either side and not for 301", async () => {
  const at = (nowSeconds: number) => causeOf(receive(genuine, body, nowSeconds));
  assert.deepEqual(await Promise.all([now - 301, now - 300, now + 300, now + 301].map(at)), [
    "too-new",
    "accepted",
    "accepted",
    "too-old",
  ]);
});

test("a timestamp that is not a plain number of seconds is refused", async () => {
  for (const timestamp of [
    "abc",
    "1e9",
    "-1",
    "+1614265330",
    "01614265330",
    "1614265330.0",
    "9".repeat(13),
  ]) {
    assert.equal(await causeOf(receive({ ...genuine, "webhook-timestamp": timestamp })), "bad-timestamp");
  }
});

test("one signature never stands for two messages", async () => {
  await assert.rejects(signCallback({ secret, id: "a.1", body: "x" }), RangeError);
  const signed = await signCallback({ secret, id: "a", body: "2.x", nowSeconds: 1 });
  const headers = { ...signed, "webhook-id": "a.1", "webhook-timestamp": "2" };
  assert.equal(await causeOf(receive(headers, new TextEncoder().encode("x"), 2)), "bad-signature");
});

test("a secret that is short, long or not base64 is refused without being repeated", async () => {
  for (const weak of [
    "",
    "whsec_",
    secret.slice(6),
    "whsec_c2hvcnQ=",
    "whsec_a b",
    `whsec_${"a".repeat(100)}`,
  ]) {
    await assert.rejects(signCallback({ secret: weak, id: "msg_1", body }), UnusableSecret);
  }
});

test("of every single-bit change to id, timestamp, body or signature, none is accepted", async () => {
  const flipped = (bytes: Uint8Array, bit: number) => {
    const copy = Uint8Array.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return copy;
  };
  const accepted = (headers: Record<string, string>, raw: Uint8Array) =>
    verifyWebhook({ secrets: [secret], headers, body: raw, nowSeconds: now, toleranceSeconds: 1e13 });
  for (const [name, value] of Object.entries(genuine)) {
    const bytes = new TextEncoder().encode(value);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = { ...genuine, [name]: String.fromCharCode(...flipped(bytes, bit)) };
      assert.ok(!(await accepted(changed, body)).ok, `bit ${bit} of ${name}`);
    }
  }
  for (let bit = 0; bit < body.length * 8; bit += 1) {
    assert.ok(!(await accepted(genuine, flipped(body, bit))).ok, `bit ${bit} of the body`);
  }
});

test("what the stranger signs we accept, and what we sign the stranger accepts", async (context) => {
  // The package reads the clock of the process.
  context.mock.timers.enable({ apis: ["Date"], now: now * 1000 });
  const key = fc.uint8Array({ minLength: 24, maxLength: 64 });
  await fc.assert(
    fc.asyncProperty(
      key,
      fc.stringMatching(/^msg_[A-Za-z0-9]{1,40}$/),
      fc.json(),
      async (bytes, id, text) => {
        const shared = `whsec_${btoa(String.fromCharCode(...bytes))}`;
        const stranger = new Webhook(shared);
        const headers = {
          "webhook-id": id,
          "webhook-timestamp": String(now),
          "webhook-signature": stranger.sign(id, new Date(now * 1000), text),
        };
        assert.ok((await verifyWebhook({ secrets: [shared], headers, body: text })).ok);
        const ours = await signCallback({ secret: shared, id, body: text });
        assert.deepEqual(stranger.verify(text, { ...ours }), JSON.parse(text));
      },
    ),
    { numRuns: 300 },
  );
});
