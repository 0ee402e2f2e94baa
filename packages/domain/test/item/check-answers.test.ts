import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { checkAnswers } from "@window/domain/item/check-answers.ts";
import { FaultCause } from "@window/domain/item/fault.ts";
import { faultText } from "@window/domain/item/fault-text.ts";
import { formAnswers } from "@window/domain/item/form-answers.ts";
import { answers, sample } from "./sample.ts";

type Mode = "draft" | "submission";

/** `field: cause` of every fault. */
const faults = (given: unknown, mode: Mode = "submission"): string[] => {
  const checked = checkAnswers(sample, given, mode);
  return checked.ok ? [] : checked.faults.map(({ field, cause }) => `${field}: ${cause}`);
};
const changed = (change: object, mode?: Mode): string[] => faults({ ...answers, ...change }, mode);

describe("a submission", () => {
  test("with everything that is asked is taken", () =>
    assert.deepEqual(checkAnswers(sample, answers, "submission"), { ok: true, answers }));

  test("names every required field that is missing", () =>
    assert.deepEqual(faults({}), [
      "name: required",
      "papers: required",
      "employer: required",
      "from: required",
      "rent: required",
    ]));

  test("treats an empty text and null as no answer", () =>
    assert.deepEqual(changed({ name: "  ", rent: null, until: "" }), ["name: required", "rent: required"]));

  test("asks for the number of the document chosen and for no other", () => {
    assert.deepEqual(changed({ resident: undefined }), ["resident: required"]);
    assert.deepEqual(changed({ passport: "E12345678" }), ["passport: not-applicable"]);
    assert.deepEqual(changed({ papers: "passport", resident: "", passport: "E12345678" }), []);
  });

  test("blames only the choice when the choice itself is wrong", () =>
    assert.deepEqual(changed({ papers: "visa" }), ["papers: unknown-option"]));
});

describe("a draft", () => {
  test("may be empty or partial", () => {
    assert.deepEqual(faults({}, "draft"), []);
    assert.deepEqual(faults({ rent: 3000, resident: "11010519491231002X" }, "draft"), []);
  });

  test("must be right as far as it goes", () =>
    assert.deepEqual(faults({ resident: "110105194912310021", from: "2026-02-30" }, "draft"), [
      "resident: checksum",
      "from: date",
    ]));

  test("does not hold the number of a document that was not chosen", () =>
    assert.deepEqual(faults({ papers: "passport", resident: "11010519491231002X" }, "draft"), [
      "resident: not-applicable",
    ]));
});

describe("each answer", () => {
  for (const [change, expected] of [
    [{ name: 5 }, "name: wrong-type"],
    [{ name: ["李明"] }, "name: wrong-type"],
    [{ name: "一二三四五六七八九十甲" }, "name: too-long"],
    [{ name: "李\u0000明" }, "name: characters"],
    [{ name: "李\ud800明" }, "name: characters"],
    [{ rent: "3000" }, "rent: wrong-type"],
    [{ rent: 3000.5 }, "rent: wrong-type"],
    [{ rent: Infinity }, "rent: wrong-type"],
    [{ rent: 0 }, "rent: too-small"],
    [{ rent: 9001 }, "rent: too-large"],
    [{ from: "2026-2-3" }, "from: date"],
    [{ from: "2026-01-01T00:00:00Z" }, "from: date"],
    [{ until: "2025-12-31" }, "until: before"],
    [{ resident: "11010519490231002X" }, "resident: date"],
    [{ mobile: "12345678901" }, "mobile: country-code"],
    [{ mobile: "7700900123" }, "mobile: country-code"],
    [{ mobile: "+8612800138000" }, "mobile: alphabet"],
    [{ mobile: "+861380013800" }, "mobile: length"],
    [{ mobile: "+123" }, "mobile: length"],
    [{ mobile: "13800138000\r\nX: 1" }, "mobile: alphabet"],
    [{ email: "name" }, "email: address"],
    [{ email: "name@" }, "email: address"],
    [{ email: "name@localhost" }, "email: address"],
    [{ email: "name@[127.0.0.1]" }, "email: address"],
    [{ email: "name@127.0.0.1" }, "email: address"],
    [{ email: "one@example.com,two@example.com" }, "email: address"],
    [{ email: "one@example.com\r\nBcc: two@example.com" }, "email: address"],
    [{ email: "Name <name@example.com>" }, "email: address"],
    [{ email: '"a b"@example.com' }, "email: address"],
    [{ email: "李@example.com" }, "email: address"],
    [{ email: "name@例子.公司" }, "email: address"],
    [{ email: "a..b@example.com" }, "email: address"],
    [{ email: `${"a".repeat(65)}@example.com` }, "email: length"],
    [{ email: `a@${"b.".repeat(160)}com` }, "email: length"],
    [{ resident: "11010519491231002" }, "resident: length"],
    [{ resident: "11010519491231A02X" }, "resident: alphabet"],
    [{ employer: "91350100M000100Y44" }, "employer: checksum"],
    [{ card: "911840198001010022" }, "card: checksum"],
    [{ phone: "none" }, "phone: alphabet"],
    [{ nickname: "x" }, "nickname: unknown-field"],
  ] as const)
    test(`${JSON.stringify(change)} is ${expected}`, () => assert.deepEqual(changed(change), [expected]));

  test("is kept in one form, however it was typed", () => {
    const typed = { name: " 李明 ", resident: "１１０１０５ 19491231 002x", phone: "+44 7700 900-123" };
    const checked = checkAnswers(sample, { ...answers, ...typed }, "submission");
    assert.deepEqual(checked, { ok: true, answers: { ...answers, phone: "+447700900123" } });
  });

  test("of a mobile number and an e-mail address has one form too", () => {
    for (const [mobile, kept] of [
      ["138 0013 8000", "+8613800138000"],
      ["8613800138000", "+8613800138000"],
      ["0086-138-0013-8000", "+8613800138000"],
      ["+44 (7700) 900-123", "+447700900123"],
    ]) {
      const checked = checkAnswers(sample, { ...answers, mobile, email: " Name@EXAMPLE.com " }, "submission");
      const expected = { ...answers, mobile: kept, email: "Name@example.com" };
      assert.deepEqual(checked, { ok: true, answers: expected });
    }
  });

  test("counts characters, not code units", () =>
    assert.deepEqual(changed({ name: "𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀" }), []));

  test("says the bound it broke", () => {
    const checked = checkAnswers(sample, { ...answers, rent: 9001 }, "submission");
    assert.deepEqual(checked, { ok: false, faults: [{ field: "rent", cause: "too-large", limit: 9000 }] });
  });
});

describe("hostile input", () => {
  test("that is no set of answers is refused as a whole", () => {
    for (const given of [null, undefined, 1, "x", [], [answers]])
      assert.deepEqual(faults(given), [": not-answers"]);
  });

  test("with names that objects have by themselves is only unknown", () =>
    assert.deepEqual(faults(JSON.parse('{"__proto__":{"name":"x"},"constructor":1}'), "draft"), [
      "__proto__: unknown-field",
      "constructor: unknown-field",
    ]));

  test("nested ten thousand deep is only of the wrong type", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`);
    assert.deepEqual(changed({ name: deep }), ["name: wrong-type"]);
  });

  test("with thousands of names is refused as a whole, and a long name is cut", () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, 1]));
    assert.deepEqual(faults(many), [": not-answers"]);
    assert.deepEqual(faults({ ["n".repeat(9000)]: 1 }, "draft"), [`${"n".repeat(40)}: unknown-field`]);
  });

  test("with a text of a million characters is too long", () =>
    assert.deepEqual(changed({ name: "x".repeat(1_000_000), resident: "1".repeat(1_000_000) }), [
      "name: too-long",
      "resident: too-long",
    ]));

  test("never throws, and what was taken is taken again unchanged", () =>
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.jsonValue(),
        fc.constantFrom<Mode>("draft", "submission"),
        (one, two, mode) => {
          const checked = checkAnswers(sample, { name: one, rent: two, until: one }, mode);
          if (checked.ok) assert.deepEqual(checkAnswers(sample, checked.answers, mode), checked);
          checkAnswers(sample, one, mode);
        },
      ),
    ));
});

test("a form's texts become answers: numbers are read, empty inputs dropped", () => {
  const form = { ...answers, rent: "３０００", phone: "", passport: " " };
  assert.deepEqual(formAnswers(sample, form), answers);
  assert.deepEqual(formAnswers(sample, { rent: "3,000 元" }), { rent: "3,000 元" });
});

test("every fault has its cause and its remedy in both languages", () => {
  assert.deepEqual(Object.keys(faultText).sort(), [...FaultCause.options].sort());
  for (const { cause, remedy } of Object.values(faultText))
    for (const text of [cause.zh, cause.en, remedy.zh, remedy.en]) assert.ok(text.length > 3);
});
