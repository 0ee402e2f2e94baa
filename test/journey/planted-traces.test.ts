import assert from "node:assert/strict";
import { test } from "node:test";
import { isFreeOfPlanted, marks } from "./planted.ts";

test("a planted value is found in text, base64 of either spelling at any offset, hexadecimal and escapes", () => {
  for (const mark of Object.values(marks))
    for (const before of ["", "x", "xx", "xxx"])
      for (const after of ["", "y", "yy"]) {
        const bytes = Buffer.from(before + mark + after);
        const kept = [
          bytes.toString("utf8"),
          bytes.toString("base64"),
          bytes.toString("base64url"),
          bytes.toString("hex"),
          encodeURIComponent(bytes.toString("utf8")),
          JSON.stringify(bytes.toString("utf8")),
        ];
        for (const text of kept) assert.ok(!isFreeOfPlanted(`{"v":"${text}"}`), `${mark} in ${text}`);
      }
  assert.ok(isFreeOfPlanted("nothing of anybody"));
});
