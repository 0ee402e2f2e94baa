import { bundles } from "@window/catalogue/bundles.ts";
import { items } from "@window/catalogue/items.ts";
import { formOf } from "@window/domain/item/form.ts";
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

const partsHere = bundle.parts.flatMap((part) => {
  const item = items.find(({ id }) => id === part.item);
  return item === undefined || item.elsewhere !== undefined ? [] : [{ part, item }];
});

test("a field that several items of a bundle ask under one name is said to be shared, and asks the same of all", () => {
  const asked = new Map<string, { type: string; privacy: string }>();
  const shared = new Set(bundle.shared.flatMap(({ fields }) => fields.map(({ field }) => String(field))));
  for (const { item } of partsHere)
    for (const { id, type, privacy } of item.fields) {
      const known = asked.get(id);
      if (known === undefined) asked.set(id, { type, privacy });
      else {
        assert.ok(shared.has(id), `${item.id} asks ${id} again`);
        assert.deepEqual({ type, privacy }, known, id);
      }
    }
});

test("a material that several items of a bundle ask is one that all of them can take", () => {
  const { materials } = formOf(partsHere.map(({ item }) => item));
  for (const { id, accepts } of materials) assert.ok(accepts.length > 0, id);
  for (const { item, part } of partsHere)
    for (const spared of part.spares ?? [])
      assert.ok(
        part.after.length > 0 && item.materials.some(({ id }) => id === spared),
        `${item.id} ${spared}`,
      );
});

test("the items of a bundle have one applicant and one holder of their results", () => {
  assert.equal(new Set(partsHere.map(({ item }) => item.applicant)).size, 1);
  assert.equal(new Set(partsHere.map(({ item }) => item.result.holder)).size, 1);
});
