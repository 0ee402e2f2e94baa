import { ResultClaims } from "@window/domain/result/result-claims.ts";
import * as jose from "jose";
import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { composeCertificate, verifyCertificate } from "../src/certificate.ts";
import { publicJwk, signEs256 } from "../src/es256.ts";

const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const jwk = publicJwk(privateKey);
const claims = ResultClaims.parse({
  iss: "https://talent-window.hainan.example",
  jti: "res_0123456789abcdefghjkmnpqrs",
  iat: 1_772_430_000,
  num: "7K2M-9PQR-4TVX",
  itm: "item_talent-housing-rental-subsidy",
  dec: "granted",
  dep: "dept_haikou-housing-and-construction",
  nam: "欧** A********* M****",
});
const sign = async (bytes: Uint8Array) => signEs256(privateKey, bytes);
const token = await composeCertificate(claims, jwk.kid, sign);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const [head = "", body = "", tail = ""] = token.split(".");

/** Signed by our own key, whatever the header says: what is refused here is refused for the header alone. */
const withHeader = (header: unknown, payload: unknown = claims, key = privateKey) => {
  const signed = `${part(header)}.${part(payload)}`;
  return `${signed}.${Buffer.from(signEs256(key, Buffer.from(signed))).toString("base64url")}`;
};
const cause = (text: string, keys = [jwk]) => {
  const check = verifyCertificate(text, keys);
  return check.ok ? "accepted" : check.cause;
};

test("a certificate says what was certified, and fits a QR code of level Q", () => {
  assert.deepEqual(verifyCertificate(token, [jwk]), { ok: true, claims });
  assert.ok(token.length <= 670, `${token.length} characters`);
});

test("a stranger's library reads our certificate, and we read what it signs", async () => {
  const options = { algorithms: ["ES256"], typ: "talent-result+jwt" };
  const { payload } = await jose.jwtVerify(token, await jose.importJWK(jwk), options);
  assert.deepEqual(payload, claims);
  const header = { alg: "ES256", typ: "talent-result+jwt", kid: jwk.kid };
  const theirs = await new jose.SignJWT(claims).setProtectedHeader(header).sign(privateKey);
  assert.deepEqual(verifyCertificate(theirs, [jwk]), { ok: true, claims });
});

test("a key keeps its name: the thumbprint of RFC 7638, and no private part is published", async () => {
  assert.equal(jwk.kid, await jose.calculateJwkThumbprint(jwk));
  assert.deepEqual(Object.keys(jwk).sort(), ["alg", "crv", "kid", "kty", "use", "x", "y"]);
});

test("a certificate by an older key of ours is still believed, one by another key never", () => {
  const newer = publicJwk(stranger);
  assert.equal(cause(token, [newer, jwk]), "accepted");
  assert.equal(cause(token, [newer]), "unknown-key");
  assert.equal(cause(token, []), "unknown-key");
  assert.equal(cause(token, [{ ...newer, kid: jwk.kid }]), "bad-signature");
});

test("a header that says anything but our three words is refused, though our own key signed it", () => {
  const good = { alg: "ES256", typ: "talent-result+jwt", kid: jwk.kid };
  assert.equal(cause(withHeader(good)), "accepted");
  const { d: _, ...theirs } = stranger.export({ format: "jwk" });
  const attacks: unknown[] = [
    { ...good, alg: "none" },
    { ...good, alg: "None" },
    { ...good, alg: "HS256" },
    { ...good, alg: "ES384" },
    { ...good, alg: "EdDSA" },
    { ...good, alg: ["ES256"] },
    { ...good, alg: undefined },
    { ...good, typ: "JWT" },
    { ...good, typ: "at+jwt" },
    { ...good, typ: undefined },
    { ...good, kid: undefined },
    { ...good, kid: "" },
    { ...good, kid: 7 },
    { ...good, kid: { $ne: "" } },
    { ...good, kid: "x".repeat(65) },
    { ...good, jwk: theirs },
    { ...good, jku: "https://attacker.example/jwks" },
    { ...good, x5u: "https://attacker.example/cert" },
    { ...good, x5c: ["AAAA"] },
    { ...good, crit: ["exp"] },
    { ...good, crit: [] },
    { ...good, b64: false, crit: ["b64"] },
    { ...good, zip: "DEF" },
    [],
    "ES256",
    null,
    {},
  ];
  for (const header of attacks)
    assert.equal(cause(withHeader(header)), "wrong-header", JSON.stringify(header));
  for (const kid of [
    "../../etc/passwd",
    "' OR 1=1 --",
    "__proto__",
    "constructor",
    `${jwk.kid} `,
    jwk.kid.toLowerCase(),
  ]) {
    assert.equal(cause(withHeader({ ...good, kid })), "unknown-key", kid);
  }
  assert.equal(cause(withHeader(good, claims, stranger)), "bad-signature");
});

test("no certificate without a signature, or with our public key taken for a secret", () => {
  const none = part({ alg: "none", typ: "talent-result+jwt", kid: jwk.kid });
  for (const signature of ["", tail]) assert.notEqual(cause(`${none}.${body}.${signature}`), "accepted");
  const symmetric = part({ alg: "HS256", typ: "talent-result+jwt", kid: jwk.kid });
  for (const secret of [JSON.stringify(jwk), jwk.x, Buffer.from(jwk.x, "base64url")]) {
    const mac = createHmac("sha256", secret).update(`${symmetric}.${body}`).digest("base64url");
    assert.notEqual(cause(`${symmetric}.${body}.${mac}`), "accepted");
    assert.notEqual(cause(`${head}.${body}.${mac}${mac}`), "accepted");
  }
  for (const empty of [Buffer.alloc(64), Buffer.alloc(64, 0xff)]) {
    assert.equal(cause(`${head}.${body}.${empty.toString("base64url")}`), "bad-signature");
  }
});

test("what is not three parts of base64url is not read at all", () => {
  const odd = [
    "",
    ".",
    "..",
    token.slice(1, 40),
    `${token}.`,
    `${token}=`,
    ` ${token}`,
    `${token}\n`,
    `${head}..${tail}`,
  ];
  for (const text of [...odd, `${"A".repeat(3000)}.${body}.${tail}`, token.replace(".", "..")]) {
    assert.equal(cause(text), "malformed", text.slice(0, 60));
  }
});

test("claims that do not say enough, or say it wrongly, certify nothing, though our key signed them", () => {
  const good = { alg: "ES256", typ: "talent-result+jwt", kid: jwk.kid };
  for (const wrong of [
    {},
    { ...claims, jti: "case_1" },
    { ...claims, dec: "refused" },
    { ...claims, iat: "now" },
    [claims],
    null,
  ]) {
    assert.equal(cause(withHeader(good, wrong)), "wrong-claims");
  }
});

test("a key service that answers in another form is noticed before anything is issued", async () => {
  await assert.rejects(
    composeCertificate(claims, jwk.kid, async () => new Uint8Array(70)),
    RangeError,
  );
  assert.throws(() => publicJwk(generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey));
});
