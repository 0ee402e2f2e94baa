import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { personKeysOf } from "../src/person-keys.ts";

const keys = personKeysOf(new Uint8Array(32).fill(7));
const resident = "11010519491231002X";

test("the same number of the same document has the same key, and any other another", () => {
  const all = [
    keys("resident-id", resident),
    keys("resident-id", "440524188001010014"),
    keys("passport", "L898902C3"),
    keys("permanent-residence-id", "L898902C3"),
    personKeysOf(new Uint8Array(32).fill(8))("resident-id", resident),
  ];
  assert.equal(keys("resident-id", resident), all[0]);
  assert.equal(new Set(all).size, all.length);
});

test("a key is the first 32 bits of an HMAC over kind and number, so it says little even to who holds the secret", () => {
  const hmac = createHmac("sha256", Buffer.alloc(32, 7)).update(`["person","resident-id","${resident}"]`);
  assert.equal(keys("resident-id", resident), hmac.digest("hex").slice(0, 8));
});
