import { derToP1363, PublicJwk, publicJwk, signEs256, verifyEs256 } from "@window/node/es256.ts";
import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign, verify } from "node:crypto";
import { test } from "node:test";
import groups from "./vectors/wycheproof-ecdsa-p256.json" with { type: "json" };

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
const keyOf = (point: string) =>
  PublicJwk.parse({
    kty: "EC",
    crv: "P-256",
    x: bytes(point.slice(2, 66)).toString("base64url"),
    y: bytes(point.slice(66)).toString("base64url"),
    kid: "wycheproof",
    alg: "ES256",
    use: "sig",
  });

test("ES256 agrees with every Wycheproof vector of ECDSA P-256, valid and invalid", () => {
  const tests = groups.flatMap(({ key, tests }) => tests.map((vector) => ({ key: keyOf(key), ...vector })));
  assert.equal(tests.length, 262);
  for (const { tcId, key, msg, sig, result } of tests) {
    assert.equal(verifyEs256(key, bytes(msg), bytes(sig)), result === "valid", `vector ${tcId}`);
  }
});

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

test("a DER signature of a key service becomes the same signature in 64 bytes", () => {
  // Enough signatures that some r or s begins with zero bytes, and about half need a sign byte.
  for (let at = 0; at < 400; at += 1) {
    const message = createHash("sha256").update(String(at)).digest();
    const der = sign("sha256", message, { key: privateKey, dsaEncoding: "der" });
    assert.ok(verifyEs256(publicJwk(publicKey), message, derToP1363(der)));
  }
});

test("what is not exactly a DER signature is refused", () => {
  const one = "020101";
  const good = bytes(`3006${one}${one}`);
  assert.equal(Buffer.from(derToP1363(good)).toString("hex"), "01".padStart(64, "0").repeat(2));
  const wrong = {
    "nothing at all": "",
    "no sequence": `3106${one}${one}`,
    "a byte after the end": `3006${one}${one}00`,
    "a length too short": `3005${one}${one}`,
    "a long form of a short length": `308106${one}${one}`,
    "one integer": `3003${one}`,
    "three integers": `3009${one}${one}${one}`,
    "a negative integer": `3006020181${one}`,
    "a padded integer": `300702020001${one}`,
    "an empty integer": `30050200${one}`,
    "33 bytes of value": `3026022101${"00".repeat(32)}${one}`,
    "an integer cut short": `3006${one}020201`,
  };
  for (const [name, hex] of Object.entries(wrong))
    assert.throws(() => derToP1363(bytes(hex)), RangeError, name);
});

test("the signer's 64 bytes are accepted by the platform too", () => {
  const message = Buffer.from("certificate");
  const signature = signEs256(privateKey, message);
  assert.equal(signature.length, 64);
  assert.ok(verify("sha256", message, { key: publicKey, dsaEncoding: "ieee-p1363" }, signature));
});
