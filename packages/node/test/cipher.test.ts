import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CannotOpen, newDataKey, openText, sealText, unwrapKey, wrapKey } from "../src/cipher.ts";

const key = newDataKey();
const aad = "case-1|applicant.name|1";

test("what was sealed opens to the same text, whatever it contains", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, context) => {
      assert.equal(openText(key, context, sealText(key, context, text)), text);
    }),
    { numRuns: 500 },
  );
});

test("a sealed name is not readable and never twice the same", () => {
  const sealed = [sealText(key, aad, "张三"), sealText(key, aad, "张三")];
  assert.notEqual(sealed[0], sealed[1]);
  assert.match(sealed[0] ?? "", /^s1\.[A-Za-z0-9_-]+$/);
});

test("with the initial vector given the sealed text is fixed", () => {
  const sealed = sealText(new Uint8Array(32), "", "", new Uint8Array(12));
  // GCM specification (McGrew, Viega), test case 13: empty text under the zero key.
  assert.equal(
    Buffer.from(sealed.slice(3), "base64url").subarray(12).toString("hex"),
    "530f8afbc74536b9a963b4f1c4cb738b",
  );
});

test("a value moved to another field, or under another key, does not open", () => {
  const sealed = sealText(key, aad, "460100199001011234");
  for (const attempt of [
    () => openText(key, "case-1|applicant.phone|1", sealed),
    () => openText(newDataKey(), aad, sealed),
  ]) {
    assert.throws(attempt, CannotOpen);
  }
});

test("no single changed character of a sealed text goes unseen", () => {
  const sealed = sealText(key, aad, "雨");
  for (let at = 0; at < sealed.length; at += 1) {
    for (const other of ["A", "B", "_", " ", "", "=", "AA"]) {
      if (sealed[at] === other) continue;
      assert.throws(() => openText(key, aad, sealed.slice(0, at) + other + sealed.slice(at + 1)), CannotOpen);
    }
  }
  for (const text of ["", "s1.", "s1.AAAA", `${sealed}=`, `${sealed}\n`]) {
    assert.throws(() => openText(key, aad, text), CannotOpen);
  }
});

test("the error that says a value cannot be opened carries none of it", () => {
  const sealed = sealText(key, aad, "张三");
  assert.throws(
    () => openText(key, "elsewhere", sealed),
    (error: unknown) =>
      error instanceof CannotOpen &&
      error.name === "CannotOpen" &&
      error.cause === undefined &&
      !error.message.includes("张"),
  );
});

test("a data key unwraps under the wrapping key of the same subject only", () => {
  const wrapping = newDataKey();
  const wrapped = wrapKey(wrapping, "application-1", key);
  assert.deepEqual(Buffer.from(unwrapKey(wrapping, "application-1", wrapped)), Buffer.from(key));
  assert.throws(() => unwrapKey(wrapping, "application-2", wrapped), CannotOpen);
  assert.throws(() => unwrapKey(newDataKey(), "application-1", wrapped), CannotOpen);
  assert.throws(
    () => unwrapKey(wrapping, "application-1", sealText(wrapping, "application-1", "x")),
    CannotOpen,
  );
});

test("a key of another length is a fault and seals nothing", () => {
  assert.throws(() => sealText(new Uint8Array(16), aad, "x"), RangeError);
});
