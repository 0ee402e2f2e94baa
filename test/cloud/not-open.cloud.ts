/** A stage between its first deploy and the first import of what was shipped. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readPlace } from "./place.ts";

test("whoever comes before the first import is told to come again, by API and by page", () => {
  assert.deepEqual(readPlace().early, [
    { path: "/items", status: 503, wait: "60" },
    { path: "/windows", status: 503, wait: "60" },
    { path: "/en", status: 503, wait: "60" },
    { path: "/health", status: 200, wait: null },
  ]);
});
