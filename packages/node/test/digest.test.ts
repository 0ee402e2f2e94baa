import assert from "node:assert/strict";
import { test } from "node:test";
import { canonical, digest, keyedDigest, sha256 } from "../src/digest.ts";

test("one fact has one text, whatever order its members were written in", () => {
  assert.equal(canonical({ b: 2, a: [1, { d: null, c: "雨" }] }), '{"a":[1,{"c":"雨","d":null}],"b":2}');
});

test("the numbers of RFC 8785 are written as the standard writes them", () => {
  const numbers = [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0];
  assert.equal(canonical(numbers), "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]");
});

test("keys are ordered by UTF-16 units, as in the example of RFC 8785 section 3.2.3", () => {
  const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
  const text = canonical(Object.fromEntries(keys.map((key) => [key, 0])));
  const inOrder = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
  assert.equal(text, `{${inOrder.map((key) => `${JSON.stringify(key)}:0`).join(",")}}`);
});

test("a member that is absent and one that is undefined are the same fact", () => {
  assert.equal(digest({ a: 1, b: undefined }), digest({ a: 1 }));
});

test("what JSON cannot say has no digest", () => {
  for (const value of [undefined, Number.NaN, () => 1, "\ud800"]) assert.throws(() => digest(value), Error);
});

test("SHA-256 gives the values of FIPS 180-4, for text and for bytes", () => {
  assert.equal(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  assert.equal(sha256("abc"), abc);
  assert.equal(sha256(new Uint8Array([97, 98, 99])), abc);
  assert.equal(digest("abc"), sha256('"abc"'));
});

test("a keyed digest is the same under one key, another under another, and never the plain one", () => {
  const value = { name: "王小明" };
  const [key, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  assert.equal(keyedDigest(key)(value), keyedDigest(key)({ ...value, absent: undefined }));
  assert.notEqual(keyedDigest(key)(value), keyedDigest(other)(value));
  assert.notEqual(keyedDigest(key)(value), digest(value));
});
