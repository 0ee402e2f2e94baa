import { ResultClaims } from "@window/domain/result/result-claims.ts";
import { composeCertificate, verifyCertificate } from "@window/node/certificate.ts";
import { publicJwk, signEs256 } from "@window/node/es256.ts";
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";

const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const keys = [publicJwk(privateKey)];
const kid = publicJwk(privateKey).kid;

const certificate = (number: number) =>
  composeCertificate(
    ResultClaims.parse({
      iss: "https://talent-window.hainan.example",
      jti: `res_0123456789abcdefghjkmnp${number}`,
      iat: 1_772_430_000 + number,
      num: "7K2M-9PQR-4TVX",
      itm: "item_talent-housing-rental-subsidy",
      dec: "granted",
      dep: "dept_housing",
      nam: "张*",
    }),
    kid,
    async (bytes) => signEs256(privateKey, bytes),
  );

test("of every single-bit change to a certificate, none is accepted", async () => {
  let changes = 0;
  for (let number = 0; number < 5; number += 1) {
    const token = Buffer.from(await certificate(number));
    assert.ok(verifyCertificate(token.toString("latin1"), keys).ok);
    for (let bit = 0; bit < token.length * 8; bit += 1, changes += 1) {
      token.writeUInt8(token.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      assert.ok(!verifyCertificate(token.toString("latin1"), keys).ok, `bit ${bit}`);
      token.writeUInt8(token.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    }
  }
  assert.ok(changes >= 20_000, `${changes} changes`);
});
