import { Day } from "@window/domain/day.ts";
import { consentsOf, isUnderFourteen } from "@window/domain/item/guarded.ts";
import { Item } from "@window/domain/item/item.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "./sample.ts";

const day = (text: string) => Day.parse(text);
const text = { zh: "示例", en: "example" };
const birth = { id: "born", type: "date", label: text, required: true, privacy: "personal" };
const consent = {
  id: "consent",
  type: "choice",
  label: text,
  required: false,
  privacy: "code",
  options: ["given", "not-given"].map((code) => ({ code, label: text })),
};

const itemWith = (more: object, fields: readonly object[] = [birth, consent]) =>
  Item.parse({ ...written, fields: [...written.fields, ...fields], ...more });
const item = itemWith({ guarded: [{ bornOn: "born", about: ["name"], consent: "consent" }] });
const asked = (answers: Record<string, string>, today = "2026-11-24") =>
  consentsOf(item, answers, day(today));

test("somebody is under fourteen through the fourteenth birthday, and no longer on the day after", () => {
  assert.equal(isUnderFourteen("2012-11-24", day("2026-11-23")), true);
  assert.equal(isUnderFourteen("2012-11-24", day("2026-11-24")), true);
  assert.equal(isUnderFourteen("2012-11-24", day("2026-11-25")), false);
});

test("who was born on a 29 February is fourteen on the 1 March of a year without one", () => {
  assert.equal(isUnderFourteen("2012-02-29", day("2026-02-28")), true);
  assert.equal(isUnderFourteen("2012-02-29", day("2026-03-01")), false);
});

test("for a child under fourteen a guardian's consent is wanting until it is given", () => {
  assert.deepEqual(asked({ born: "2019-09-01" }), { given: [], wanting: ["consent"] });
  assert.deepEqual(asked({ born: "2019-09-01", consent: "not-given" }), { given: [], wanting: ["consent"] });
  assert.deepEqual(asked({ born: "2019-09-01", consent: "given" }), { given: ["consent"], wanting: [] });
});

test("while something is told of a child and not yet the age, a guardian's consent is wanting too", () => {
  assert.deepEqual(asked({ name: "李小明" }), { given: [], wanting: ["consent"] });
  assert.deepEqual(asked({ name: "李小明", consent: "given" }), { given: ["consent"], wanting: [] });
  assert.deepEqual(asked({ name: "李小明", born: "2010-01-01" }), { given: [], wanting: [] });
});

test("no consent is asked for who is fourteen, or while no date of birth was given", () => {
  assert.deepEqual(asked({ born: "2012-11-23" }), { given: [], wanting: [] });
  assert.deepEqual(asked({ consent: "given" }), { given: [], wanting: [] });
});

test("a resident number tells a child by itself, also where the form has no place for a consent", () =>
  assert.deepEqual(asked({ resident: "110105201912310023" }), { given: [], wanting: ["resident"] }));

test("an item that asks for a child's birth openly, or has no consent to give, is none", () => {
  const guarded = [{ bornOn: "born", about: ["name"], consent: "consent" }];
  const open = { ...birth, privacy: "code" };
  const other = { ...consent, options: ["yes", "no"].map((code) => ({ code, label: text })) };
  const conditional = { ...consent, when: { field: "papers", equals: "resident" } };
  assert.throws(() => itemWith({ guarded }, [open, consent]), /born tells no date of birth/);
  for (const wrong of [other, conditional])
    assert.throws(() => itemWith({ guarded }, [birth, wrong]), /consent is no open choice/);
  const openly = [{ bornOn: "born", about: ["rent"], consent: "consent" }];
  assert.throws(() => itemWith({ guarded: openly }), /rent tells of a child/);
  assert.throws(() => itemWith({ guarded }, [birth]), /consent is no open choice/);
});
