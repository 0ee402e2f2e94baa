import { CannotOpen, openBytes, sealBytes } from "@window/node/cipher.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import vectors from "./vectors/wycheproof-aes-256-gcm.json" with { type: "json" };

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");

test("AES-256-GCM seals and opens every valid Wycheproof vector to the bit", () => {
  const valid = vectors.filter(({ result }) => result === "valid");
  assert.ok(valid.length >= 35);
  for (const { tcId, key, iv, aad, msg, ct, tag } of valid) {
    const sealed = sealBytes(bytes(key), bytes(aad), bytes(msg), bytes(iv));
    assert.equal(Buffer.from(sealed).toString("hex"), iv + ct + tag, `vector ${tcId}`);
    assert.equal(
      Buffer.from(openBytes(bytes(key), bytes(aad), sealed)).toString("hex"),
      msg,
      `vector ${tcId}`,
    );
  }
});

test("AES-256-GCM opens no invalid Wycheproof vector", () => {
  const invalid = vectors.filter(({ result }) => result === "invalid");
  assert.ok(invalid.length >= 25);
  for (const { tcId, key, iv, aad, ct, tag } of invalid) {
    assert.throws(
      () => openBytes(bytes(key), bytes(aad), bytes(iv + ct + tag)),
      CannotOpen,
      `vector ${tcId}`,
    );
  }
});
