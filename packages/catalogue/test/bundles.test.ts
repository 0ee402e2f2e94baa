import { bundles } from "@window/catalogue/bundles.ts";
import { items } from "@window/catalogue/items.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

const [bundle] = bundles;
assert.ok(bundle);

test("a bundle names items there are, each after those that it needs", () => {
  const known = items.map(({ id }) => id);
  for (const [index, { item, after }] of bundle.parts.entries()) {
    assert.ok(known.includes(item), item);
    const before = bundle.parts.slice(0, index).map((part) => part.item);
    for (const needed of after) assert.ok(before.includes(needed), `${item} after ${needed}`);
  }
});

test("what a bundle shares is asked in the same way by every item it names", () => {
  for (const { fields } of bundle.shared) {
    const types = fields.map(
      ({ item, field }) =>
        items.find(({ id }) => id === item)?.fields.find(({ id }) => id === field)?.type ??
        assert.fail(field),
    );
    assert.equal(new Set(types).size, 1);
  }
});
