import { withoutSlash } from "@window/contract/without-slash.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

const at = (path: string) => withoutSlash(`http://localhost:3000${path}`);

test("an address with a slash at its end leads to the same without", () => {
  assert.equal(at("/zh/"), "/zh");
  assert.equal(at("/zh/progress//"), "/zh/progress");
  assert.equal(at("/items/?limit=1"), "/items?limit=1");
  assert.equal(at("/%E4%B8%AD%0A/"), "/%E4%B8%AD%0A");
});

test("an address without one leads nowhere, and none leads to another host", () => {
  for (const path of ["/", "//", "/zh", "/zh?a=/", "//elsewhere.example/", "/\\elsewhere.example/"])
    assert.equal(at(path), undefined, path);
});
