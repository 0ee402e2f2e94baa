import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as z from "zod";
import { CreditCode } from "@window/domain/identifier/credit-code.ts";
import { normalise } from "@window/domain/identifier/normalise.ts";
import { PassportNumber } from "@window/domain/identifier/passport.ts";
import { PermanentResidenceId } from "@window/domain/identifier/permanent-residence-id.ts";
import { PhoneNumber } from "@window/domain/identifier/phone.ts";
import { ResidentId } from "@window/domain/identifier/resident-id.ts";

const Samples = z.object({ valid: z.array(z.string()), invalid: z.array(z.string()) });
const vectors = z
  .object({ unified_social_credit_code: Samples, resident_id: Samples })
  .parse(JSON.parse(readFileSync(new URL("../vectors/identifiers.json", import.meta.url), "utf8")));

const faults = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

for (const [name, schema, { valid, invalid }] of [
  ["credit code", CreditCode, vectors.unified_social_credit_code],
  ["resident number", ResidentId, vectors.resident_id],
] as const)
  test(`every sample of a ${name} is judged as the standard does`, () => {
    for (const sample of valid) assert.deepEqual(faults(schema, sample), [], sample);
    for (const sample of invalid) assert.equal(faults(schema, sample).length, 1, sample);
  });

test("each thing that can be wrong with a resident number has its own name", () => {
  assert.deepEqual(faults(ResidentId, "1101051949123100"), ["length"]);
  assert.deepEqual(faults(ResidentId, "11010519491231O02X"), ["alphabet"]);
  assert.deepEqual(faults(ResidentId, "11010519490231002X"), ["date"]);
  assert.deepEqual(faults(ResidentId, "110105190002290028"), ["date"]);
  assert.deepEqual(faults(ResidentId, "110105194912310021"), ["checksum"]);
});

test("two neighbouring digits swapped are noticed", () =>
  assert.deepEqual(faults(ResidentId, "11010519491231020X"), ["checksum"]));

test("full-width digits, small letters and blanks are not accepted silently", () => {
  for (const typed of [
    "１1010519491231002X",
    "11010519491231002x",
    "11010519491231002 ",
    " 1010519491231002X",
  ])
    assert.deepEqual(faults(ResidentId, typed), ["alphabet"], typed);
});

test("what a person meant by them is found by normalising", () => {
  for (const typed of [
    "１１０１０５１９４９１２３１００２ｘ",
    " 110105 19491231 002x ",
    "110105-19491231-002X",
  ])
    assert.deepEqual(faults(ResidentId, normalise(typed)), [], typed);
});

test("a credit code whose remainder is 0 ends in 0", () => {
  assert.deepEqual(faults(CreditCode, "91460000MA5T396030"), []);
  assert.deepEqual(faults(CreditCode, "91460000MA5T39603V"), ["alphabet"]);
});

test("each thing that can be wrong with a credit code has its own name", () => {
  assert.deepEqual(faults(CreditCode, "9135010OM000100Y43"), ["alphabet"]);
  assert.deepEqual(faults(CreditCode, "91350100M000100Y4"), ["length"]);
  assert.deepEqual(faults(CreditCode, "91350100M000100Y44"), ["checksum"]);
});

test("both cards of permanent residence hold", () => {
  assert.deepEqual(faults(PermanentResidenceId, "USA110078010101"), []);
  assert.deepEqual(faults(PermanentResidenceId, newCard("91184019800101002")), []);
});

test("each thing that can be wrong with a permanent resident number has its own name", () => {
  assert.deepEqual(faults(PermanentResidenceId, "USA11007801010"), ["length"]);
  assert.deepEqual(faults(PermanentResidenceId, "US1110078010101"), ["alphabet"]);
  assert.deepEqual(faults(PermanentResidenceId, "11010519491231002X"), ["alphabet"]);
  const right = newCard("91184019800101002");
  const wrong = `${right.slice(0, 16)}${right[16] === "3" ? "4" : "3"}${right[17]}`;
  assert.deepEqual(faults(PermanentResidenceId, wrong), ["checksum"]);
});

test("a number of permanent residence is no resident number", () =>
  assert.deepEqual(faults(ResidentId, newCard("91184019800101002")), ["alphabet"]));

test("a passport number is at most nine letters and digits", () => {
  for (const sample of ["L898902C3", "E12345678", "X1"]) assert.deepEqual(faults(PassportNumber, sample), []);
  assert.deepEqual(faults(PassportNumber, ""), ["length"]);
  assert.deepEqual(faults(PassportNumber, "L898902C36"), ["length"]);
  assert.deepEqual(faults(PassportNumber, "L898-02C3"), ["alphabet"]);
});

test("a telephone number from anywhere in the world holds", () => {
  for (const sample of ["13800138000", "+447700900123", "089866668888"])
    assert.deepEqual(faults(PhoneNumber, sample), []);
  assert.deepEqual(faults(PhoneNumber, "1234"), ["length"]);
  assert.deepEqual(faults(PhoneNumber, "+1234567890123456"), ["length"]);
  assert.deepEqual(faults(PhoneNumber, "call me"), ["alphabet"]);
});

test("what is no text at all is refused", () => {
  for (const schema of [ResidentId, CreditCode, PermanentResidenceId, PassportNumber, PhoneNumber])
    for (const value of [null, undefined, 1, {}, []]) assert.equal(schema.safeParse(value).success, false);
});

/** ISO 7064 MOD 11-2 in its recursive form, which is not the one the validator uses. */
function newCard(digits: string): string {
  let product = 0;
  for (const digit of digits) product = ((product + Number(digit)) * 2) % 11;
  return `${digits}${"0123456789X".charAt((12 - product) % 11)}`;
}
