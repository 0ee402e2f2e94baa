import assert from "node:assert/strict";
import { test } from "node:test";
import { Item } from "@window/domain/item/item.ts";
import { MaterialId } from "@window/domain/item/material.ts";
import { missingMaterials } from "@window/domain/item/missing-materials.ts";
import { sample, written } from "./sample.ts";

const messages = (change: object): string[] =>
  Item.safeParse({ ...written, ...change }).error?.issues.map((issue) => issue.message) ?? [];
const [name, papers, resident, ...others] = written.fields;
const [way] = written.ways;
const limit = way?.limits.promised;
const ways = (change: object) => ({ ways: [{ ...way, ...change }] });

test("an item whose parts agree is taken", () => assert.deepEqual(messages({}), []));

test("two fields of one name are refused", () =>
  assert.deepEqual(messages({ fields: [name, name] }), ["field name stands twice"]));

test("two materials, steps or reasons of one name are refused", () => {
  const [material] = written.materials;
  const [step] = way?.rounds[0] ?? [];
  const [reason] = written.reasons;
  assert.deepEqual(messages({ materials: [material, material] }), ["material contract stands twice"]);
  assert.deepEqual(messages(ways({ rounds: [[step], [step]] })), ["review: step review stands twice"]);
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

test("an agency way asks a department, a delegated one nobody, and an external item is only linked", () => {
  assert.deepEqual(messages(ways({ rounds: [], decides: "window" })), [
    "review: agency and deliberation ask departments, delegation nobody",
  ]);
  assert.deepEqual(messages(ways({ kind: "delegated", rounds: [] })), [
    "review: a department decides where departments are asked",
  ]);
  assert.deepEqual(messages(ways({ kind: "delegated", rounds: [], decides: "window" })), []);
  const elsewhere = { name: { zh: "别处", en: "elsewhere" }, url: "https://tax.example", verified: false };
  assert.deepEqual(messages({ elsewhere }), ["an external item is only linked"]);
  const linked = { elsewhere, fields: [], materials: [], kinds: [], ways: [], reasons: [], facts: {} };
  assert.deepEqual(messages(linked), []);
});

test("an item that can be refused lists its reasons", () =>
  assert.deepEqual(messages({ reasons: [] }), ["an item that can be refused lists its reasons"]));

test("only a deliberation may go without a promise", () => {
  const limits = { ...way?.limits, promised: null };
  assert.deepEqual(messages(ways({ limits })), ["review: nothing is promised"]);
  assert.deepEqual(messages(ways({ limits, kind: "deliberated" })), []);
});

test("one step is the same in every way", () => {
  const [step] = way?.rounds[0] ?? [];
  const other = { ...way, id: "other", rounds: [[{ ...step, department: "dept_other" }]] };
  const [rule] = written.kinds;
  const kinds = [rule, { ...rule, id: "else", way: "other" }];
  assert.deepEqual(messages({ ways: [way, other], kinds }), [
    "step review is not the same in every way",
    "step review is not the same in every way",
  ]);
});

test("a rule leads to a way there is, by answers that are offered in the clear", () => {
  const [rule] = written.kinds;
  const kinds = (change: object) => messages({ kinds: [{ ...rule, ...change }] });
  assert.deepEqual(kinds({ way: "nowhere" }), ["rule always names no way", "no rule leads to way review"]);
  const expected = (field: string) => [`rule always asks ${field} for an answer that it does not offer`];
  assert.deepEqual(kinds({ when: { answers: [{ field: "papers", in: ["visa"] }] } }), expected("papers"));
  assert.deepEqual(kinds({ when: { answers: [{ field: "name", in: ["x"] }] } }), expected("name"));
  assert.deepEqual(kinds({ when: { answers: [{ field: "papers", in: ["resident"] }] } }), []);
});

test("nobody may promise longer than the law allows", () =>
  assert.deepEqual(messages(ways({ limits: { ...way?.limits, legal: { ...limit, count: 4 } } })), [
    "review: the promised limit is longer than the legal one",
  ]));

test("a result bears the name of somebody who had to give it", () => {
  const expected = ["the holder must be a required text field that is always asked"];
  for (const holder of ["nobody", "phone", "resident"])
    assert.deepEqual(messages({ result: { ...written.result, holder } }), expected);
});

test("a contact names fields of its kind", () => {
  const contacts = (contact: object) => messages({ contacts: [{ who: "applicant", ...contact }] });
  assert.deepEqual(contacts({ mobile: "mobile", email: "email" }), []);
  assert.deepEqual(contacts({}), ["applicant: nothing to be reached by"]);
  assert.deepEqual(contacts({ mobile: "phone", email: "name", language: "papers" }), [
    "applicant: phone is no mobile number",
    "applicant: name is no e-mail address",
    "applicant: papers is no choice of zh and en",
  ]);
});

test("materials without a clean document are named in the order of the item", () => {
  const missing = (...clean: string[]) =>
    missingMaterials(sample, new Set(clean.map((id) => MaterialId.parse(id)))).map(({ id }) => id);
  assert.deepEqual(missing(), ["contract", "lease"]);
  assert.deepEqual(missing("contract"), ["lease"]);
  assert.deepEqual(missing("contract", "lease"), []);
});
