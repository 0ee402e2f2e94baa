import assert from "node:assert/strict";
import { test } from "node:test";
import { keyedBytes, keyedId, queryCode, sameText } from "../src/keyed-id.ts";

const key = new Uint8Array(32).fill(7);
const otherKey = new Uint8Array(32).fill(8);

test("the same parts under the same key give the same id, so a replayed creation meets itself", () => {
  assert.equal(
    keyedId(key, ["person", "POST /applications", "k1"]),
    keyedId(key, ["person", "POST /applications", "k1"]),
  );
  assert.match(keyedId(key, ["person"]), /^[0-9a-hjkmnp-tv-z]{26}$/);
});

test("another key, another part, another cut between the parts: another id", () => {
  const ids = [
    keyedId(key, ["ab", "c"]),
    keyedId(key, ["a", "bc"]),
    keyedId(key, ["abc"]),
    keyedId(key, ["abc", ""]),
    keyedId(key, ['ab","c']),
    keyedId(key, []),
    keyedId(otherKey, ["ab", "c"]),
  ];
  assert.equal(new Set(ids).size, ids.length);
});

test("an id is the leading bits of the MAC, five to a character", () => {
  const bits = [...keyedBytes(key, ["x"])].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  for (const chars of [1, 8, 26, 51]) {
    const expected = Array.from(
      { length: chars },
      (_, at) => alphabet[parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
    );
    assert.equal(keyedId(key, ["x"], chars), expected.join(""));
  }
});

test("a length the MAC cannot fill is refused", () => {
  for (const chars of [0, 52, 1.5, -1]) assert.throws(() => keyedId(key, ["x"], chars), RangeError);
});

test("a query code is eight characters that are not misread on the telephone", () => {
  for (let at = 0; at < 200; at += 1) assert.match(queryCode(key, `case-${at}`), /^[0-9A-HJKMNP-TV-Z]{8}$/);
  assert.notEqual(queryCode(key, "case-1"), queryCode(key, "case-2"));
  assert.notEqual(queryCode(key, "case-1"), keyedId(key, ["case-1"], 8).toUpperCase());
});

test("secrets are equal only when every character is", () => {
  assert.ok(sameText("", ""));
  assert.ok(sameText("雨abc", "雨abc"));
  assert.ok(!sameText("abc", "abd"));
  assert.ok(!sameText("abc", "abcd"));
});
