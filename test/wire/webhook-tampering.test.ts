import { hmacSha256 } from "@window/node/mac.ts";
import { newWebhookSecret, signWebhook, verifyWebhook } from "@window/node/webhook-signature.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import hmac from "./vectors/wycheproof-hmac-sha256.json" with { type: "json" };

const secret = newWebhookSecret(new Uint8Array(32).fill(1));
const now = 1_800_000_000;

test("the MAC agrees with every Wycheproof vector of HMAC-SHA256, valid and invalid", () => {
  assert.ok(hmac.length >= 85);
  for (const { tcId, key, msg, tag, result } of hmac) {
    const mac = hmacSha256(Buffer.from(key, "hex"), Buffer.from(msg, "hex")).toString("hex");
    assert.equal(mac === tag, result === "valid", `vector ${tcId}`);
  }
});

const flipped = (text: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(text);
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return copy;
};

type Parts = Record<"id" | "timestamp" | "signature" | "body", Buffer>;

const accepts = ({ id, timestamp, signature, body }: Parts): boolean =>
  verifyWebhook({
    secrets: [secret],
    headers: {
      id: id.toString("latin1"),
      timestamp: timestamp.toString("latin1"),
      signature: signature.toString("latin1"),
    },
    body,
    nowSeconds: now,
    // So wide that a changed timestamp must be caught by the signature.
    toleranceSeconds: 1e13,
  }).ok;

test("of every single-bit change to id, timestamp, body or signature, none is accepted", () => {
  let changes = 0;
  for (let message = 0; message < 20; message += 1) {
    const id = `msg_${message}abcdefghijklmnop`;
    const body = Buffer.from(
      JSON.stringify({ type: "talent.referral.answered.v1", reasons: Array(message).fill("lease") }),
    );
    const genuine: Parts = {
      id: Buffer.from(id),
      timestamp: Buffer.from(String(now + message)),
      signature: Buffer.from(signWebhook(secret, id, now + message, body)),
      body,
    };
    assert.ok(accepts(genuine));
    for (const part of ["id", "timestamp", "signature", "body"] as const) {
      for (let bit = 0; bit < genuine[part].length * 8; bit += 1, changes += 1) {
        const changed = { ...genuine, [part]: flipped(genuine[part], bit) };
        assert.ok(!accepts(changed), `bit ${bit} of ${part}`);
      }
    }
  }
  assert.ok(changes >= 20_000, `${changes} changes`);
});
