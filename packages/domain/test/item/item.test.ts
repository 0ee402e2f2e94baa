import assert from "node:assert/strict";
import { test } from "node:test";
import { Item } from "@window/domain/item/item.ts";
import { MaterialId } from "@window/domain/item/material.ts";
import { missingMaterials } from "@window/domain/item/missing-materials.ts";
import { sample, written } from "./sample.ts";

const messages = (change: object): string[] =>
  Item.safeParse({ ...written, ...change }).error?.issues.map((issue) => issue.message) ?? [];
const [name, papers, resident, ...others] = written.fields;
const limit = written.limits.promised;

test("an item whose parts agree is taken", () => assert.deepEqual(messages({}), []));

test("two fields of one name are refused", () =>
  assert.deepEqual(messages({ fields: [name, name] }), ["field name stands twice"]));

test("two materials, steps or reasons of one name are refused", () => {
  const [material] = written.materials;
  const [round] = written.rounds;
  const [reason] = written.reasons;
  assert.deepEqual(messages({ materials: [material, material] }), ["material contract stands twice"]);
  assert.deepEqual(messages({ rounds: [round, round] }), ["step review stands twice"]);
  assert.deepEqual(messages({ reasons: [reason, reason] }), ["reason no stands twice"]);
});

test("a field may only depend on a choice that is asked before it", () => {
  const expected = ["resident: when must name an earlier choice and one of its options"];
  assert.deepEqual(messages({ fields: [name, resident, papers] }), expected);
  const other = { ...resident, when: { field: "papers", equals: "visa" } };
  assert.deepEqual(messages({ fields: [name, papers, other, ...others] }), expected);
});

test("a date may only follow a date that is asked before it", () =>
  assert.deepEqual(messages({ fields: [name, { ...written.fields[7], notBefore: "name" }] }), [
    "until: notBefore must name an earlier date field",
  ]));

test("free text and numbers of persons cannot be declared harmless", () => {
  for (const field of [name, resident])
    assert.equal(
      Item.safeParse({ ...written, fields: [papers, { ...field, privacy: "code" }] }).success,
      false,
    );
});

test("an agency item asks a department and lists its reasons; an external one asks nobody", () => {
  assert.deepEqual(messages({ rounds: [] }), ["an item of this kind asks at least one department"]);
  assert.deepEqual(messages({ reasons: [] }), ["an item that can be refused lists its reasons"]);
  assert.deepEqual(messages({ kind: "external" }), ["an external item is only linked"]);
  assert.deepEqual(messages({ kind: "delegated", rounds: [], reasons: [] }), []);
});

test("nobody may promise longer than the law allows", () =>
  assert.deepEqual(messages({ limits: { legal: { ...limit, count: 4 }, promised: limit } }), [
    "the promised limit is longer than the legal one",
  ]));

test("a result bears the name of somebody who had to give it", () => {
  const expected = ["the holder must be a required text field that is always asked"];
  for (const holder of ["nobody", "phone", "resident"])
    assert.deepEqual(messages({ result: { ...written.result, holder } }), expected);
});

test("materials without a clean document are named in the order of the item", () => {
  const missing = (...clean: string[]) =>
    missingMaterials(sample, new Set(clean.map((id) => MaterialId.parse(id)))).map(({ id }) => id);
  assert.deepEqual(missing(), ["contract", "lease"]);
  assert.deepEqual(missing("contract"), ["lease"]);
  assert.deepEqual(missing("contract", "lease"), []);
});
