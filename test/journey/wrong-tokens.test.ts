/** Tokens that are wrong, at the local window's own door; packages/http/test/bearer.test.ts has many more. */
import { listApplications } from "@window/contract/operations/applications.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { SignJWT } from "jose";
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clientOf } from "./client.ts";
import { type LocalTestedWindow, openLocalWindow } from "./local-window.ts";

let window: LocalTestedWindow;
before(async () => {
  window = await openLocalWindow();
});
after(() => window.close());

interface Forged {
  readonly issuer?: string;
  readonly audience?: string;
  readonly secondsLeft?: number;
  readonly type?: string;
}

/** A token signed with the very key of the window's login. */
const forged = ({ issuer, audience, secondsLeft = 600, type = "at+jwt" }: Forged): Promise<string> => {
  const now = Math.floor(wireClock.now() / 1000);
  const { key, kid } = window.loginKey();
  return new SignJWT({ role: "applicant" })
    .setProtectedHeader({ alg: "ES256", typ: type, kid })
    .setSubject("maria-santos")
    .setIssuer(issuer ?? `${window.origin}/oidc`)
    .setAudience(audience ?? window.origin)
    .setIssuedAt(now - 3600)
    .setExpirationTime(now + secondsLeft)
    .sign(key);
};

const refusal = (token: string) => clientOf(window.origin).refusal(listApplications, { token });

test("a token made like the window's own is taken, so that what follows is refused for its own fault", async () => {
  await clientOf(window.origin).ask(listApplications, { token: await forged({}) });
});

test("an expired token is refused and says so", async () => {
  const { status, code, remedy } = await refusal(await forged({ secondsLeft: -60 }));
  assert.deepEqual([status, code], [401, "token-expired"]);
  assert.match(remedy.en, /Sign in again/);
});

test("a token of another issuer or audience is refused", async () => {
  assert.equal((await refusal(await forged({ issuer: "https://elsewhere.example" }))).code, "token-refused");
  assert.equal(
    (await refusal(await forged({ audience: "https://elsewhere.example" }))).code,
    "token-refused",
  );
});

test("an ID token is no access token", async () => {
  assert.equal((await refusal(await forged({ type: "JWT" }))).code, "token-refused");
});

test("a token without signature (alg none) is refused", async () => {
  const [, body = ""] = (await forged({})).split(".");
  const head = Buffer.from(JSON.stringify({ alg: "none", typ: "at+jwt" })).toString("base64url");
  assert.equal((await refusal(`${head}.${body}.`)).code, "token-refused");
});
