import { Hash } from "@window/domain/declared.ts";
import { Instant } from "@window/domain/instant.ts";
import { bearer } from "@window/http/bearer.ts";
import { generateKeyPair, SignJWT } from "jose";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { NOW, openIssuer } from "./issuer.ts";

let issuer: Awaited<ReturnType<typeof openIssuer>>;
let verify: ReturnType<typeof bearer>;

const keyed = (value: unknown) =>
  Hash.parse(createHash("sha256").update(JSON.stringify(value)).digest("hex"));

before(async () => {
  issuer = await openIssuer();
  verify = bearer({
    issuers: [{ ...issuer, roles: ["applicant", "clerk", "department"] }],
    keyed,
    wireClock: { now: () => Instant.parse(NOW * 1000) },
  });
});
after(() => issuer.close());

const refusalOf = async (header: string | undefined): Promise<string> => {
  const verified = await verify(header);
  return "problem" in verified ? verified.problem : "taken";
};
const ofToken = (token: string) => refusalOf(`Bearer ${token}`);

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a right token names a pseudonym, never the login's own name for the person", async () => {
  const verified = await verify(`Bearer ${await issuer.sign()}`);
  assert.ok("actor" in verified);
  assert.match(verified.actor, /^usr_[0-9a-f]{26}$/);
  assert.equal(verified.role, "applicant");
  assert.ok(!verified.actor.includes("somebody"));
});

test("a department is itself, and needs its name in the token", async () => {
  const verified = await verify(
    `bearer ${await issuer.sign({ role: "department", department: "dept_talent-office" })}`,
  );
  assert.ok("actor" in verified);
  assert.equal(verified.actor, "dept_talent-office");
  assert.equal(await ofToken(await issuer.sign({ role: "department" })), "token-refused");
});

test("an issuer gives only the roles it is configured for", async () => {
  assert.equal(await ofToken(await issuer.sign({ role: "supervisor" })), "token-refused");
  assert.equal(await ofToken(await issuer.sign({ role: "emperor" })), "token-refused");
});

test("without a token, or with another scheme, one is asked for", async () => {
  for (const header of [undefined, "", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer ä"])
    assert.equal(await refusalOf(header), "token-missing", header);
});

test("times are judged by wire time, with five seconds of tolerance", async () => {
  assert.equal(await ofToken(await issuer.sign({ exp: NOW - 4 })), "taken");
  assert.equal(await ofToken(await issuer.sign({ exp: NOW - 6 })), "token-expired");
  assert.equal(await ofToken(await issuer.sign({ nbf: NOW + 60 })), "token-refused");
});

/** Every one of these is signed as well as an attacker can; none is taken. */
const wrong: Readonly<Record<string, () => Promise<string> | string>> = {
  "of another issuer": () => issuer.sign({ iss: "https://elsewhere.example" }),
  "of the issuer with a slash at its end": () => issuer.sign({ iss: "https://login.example/" }),
  "of no issuer": () => issuer.sign({ iss: undefined }),
  "for another audience": () => issuer.sign({ aud: "https://elsewhere.example" }),
  "for no audience": () => issuer.sign({ aud: undefined }),
  "without subject": () => issuer.sign({ sub: undefined }),
  "without expiry": () => issuer.sign({ exp: undefined }),
  "without time of issue": () => issuer.sign({ iat: undefined }),
  "an ID token": () => issuer.sign({}, { typ: "JWT" }),
  "of no type": () => issuer.sign({}, { typ: undefined }),
  "with a key nobody published": async () => issuer.sign({}, {}, (await generateKeyPair("ES256")).privateKey),
  "with an unknown key id": () => issuer.sign({}, { kid: "key-2" }),
  "with a key id that is a path": () => issuer.sign({}, { kid: "../../keys/key-1" }),
  "with its own key in the header": async () => {
    const pair = await generateKeyPair("ES256");
    return issuer.sign({}, { kid: "own", jwk: issuer.jwk }, pair.privateKey);
  },
  "with an address of keys in the header": async () => {
    const pair = await generateKeyPair("ES256");
    return issuer.sign({}, { kid: "own", jku: "https://elsewhere.example/jwks" }, pair.privateKey);
  },
  "with HS256 under the public key": () =>
    new SignJWT({ iss: issuer.issuer, aud: issuer.audience, sub: "somebody", iat: NOW, exp: NOW + 600 })
      .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: "key-1" })
      .sign(new TextEncoder().encode(JSON.stringify(issuer.jwk))),
  "with an unknown critical header": async () => {
    const [, body = "", signature = ""] = (await issuer.sign()).split(".");
    const head = encoded({ alg: "ES256", typ: "at+jwt", kid: "key-1", crit: ["exotic"], exotic: true });
    return `${head}.${body}.${signature}`;
  },
  "with alg none": async () => {
    const [, body = ""] = (await issuer.sign()).split(".");
    return `${encoded({ alg: "none", typ: "at+jwt" })}.${body}.`;
  },
  "with alg none and the right signature": async () => {
    const [, body = "", signature = ""] = (await issuer.sign()).split(".");
    return `${encoded({ alg: "none", typ: "at+jwt", kid: "key-1" })}.${body}.${signature}`;
  },
  "with another person put in": async () => {
    const [head = "", body = "", signature = ""] = (await issuer.sign()).split(".");
    const claims = Buffer.from(body, "base64url").toString("utf8").replace("somebody", "somebodyelse");
    return `${head}.${Buffer.from(claims).toString("base64url")}.${signature}`;
  },
  "without signature": async () => (await issuer.sign()).split(".").slice(0, 2).join("."),
  "that is no JWT": () => "not.a.jwt",
  "that is one part": () => "opaque-token",
};

for (const [what, forge] of Object.entries(wrong))
  test(`refuses a token ${what}`, async () => assert.equal(await ofToken(await forge()), "token-refused"));

test("unknown key ids make the keys be fetched again at most once a minute", async () => {
  const before = issuer.fetches();
  for (let index = 0; index < 20; index += 1)
    assert.equal(await ofToken(await issuer.sign({}, { kid: `key-${index + 10}` })), "token-refused");
  assert.ok(issuer.fetches() - before <= 1);
});
