import { parseJson } from "@window/http/parse-json.ts";
import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "node:test";

const bytes = (text: string) => new TextEncoder().encode(text);
const problemOf = (text: string) => {
  const parsed = parseJson(bytes(text));
  return "problem" in parsed ? parsed.problem : "taken";
};

test("whatever JSON can say comes back, up to 32 levels", () => {
  fc.assert(
    fc.property(fc.json({ depthSize: "small" }), (text) => {
      const parsed = parseJson(bytes(text));
      assert.ok(!("problem" in parsed));
      assert.deepEqual(parsed.value, JSON.parse(text));
    }),
  );
});

test("32 levels are read, 33 and 10,000 are refused, brackets in texts are no levels", () => {
  const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  assert.equal(problemOf(nested(32)), "taken");
  assert.equal(problemOf(nested(33)), "body-too-deep");
  assert.equal(problemOf(nested(10_000)), "body-too-deep");
  assert.equal(problemOf(`{"a":`.repeat(10_000)), "body-too-deep");
  assert.equal(problemOf(JSON.stringify("[".repeat(10_000))), "taken");
  assert.equal(problemOf(String.raw`"\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["`), "taken");
});

test("of two members with one name none is lost silently", () => {
  for (const text of [
    '{"a":1,"a":2}',
    '[{"b":{"a":1,"a":1}}]',
    String.raw`{"a":1,"\u0061":2}`,
    '{"__proto__":1,"__proto__":2}',
  ])
    assert.equal(problemOf(text), "body-not-json", text);
  for (const text of ['{"a":{"a":":"},":":[{"a":1},{"a":2}]}', '{"__proto__":{"a":1},"":2}'])
    assert.equal(problemOf(text), "taken", text);
});

test("what is no JSON, no UTF-8 or half a character is refused", () => {
  for (const text of [
    "",
    "{",
    "undefined",
    "{'a':1}",
    "[1,]",
    String.raw`"\ud800"`,
    String.raw`{"\udfff":1}`,
  ])
    assert.equal(problemOf(text), "body-not-json", text);
  assert.deepEqual(parseJson(Uint8Array.of(0x22, 0xff, 0x22)), { problem: "body-not-json" });
  assert.equal(problemOf(String.raw`"\ud83d\ude00 and \\ud800"`), "taken");
});
