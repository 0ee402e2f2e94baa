import assert from "node:assert/strict";
import { test } from "node:test";
import { isFreeOfPlanted, marks } from "./planted.ts";

/** How a text may lie in a file, whatever lies around it. */
const spellings = (text: string): readonly string[] => {
  const bytes = Buffer.from(text);
  const encoded = (["utf8", "base64", "base64url", "hex"] as const).map((spelling) =>
    bytes.toString(spelling),
  );
  return [...encoded, encodeURIComponent(text), JSON.stringify(text)];
};

const around = ["", "x", "xx", "xxx"].flatMap((before) =>
  ["", "y", "yy"].map((after) => ({ before, after })),
);

test("a planted value is found in text, base64 of either spelling at any offset, hexadecimal and escapes", () => {
  for (const mark of Object.values(marks))
    for (const { before, after } of around)
      for (const text of spellings(before + mark + after))
        assert.ok(!isFreeOfPlanted(`{"v":"${text}"}`), text);
  assert.ok(isFreeOfPlanted("nothing of anybody"));
});
