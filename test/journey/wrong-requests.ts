import { draftApplication, readApplication } from "@window/contract/operations/applications.ts";
import { readCase, readProgress } from "@window/contract/operations/cases.ts";
import { readDocument } from "@window/contract/operations/documents.ts";
import { readReferral } from "@window/contract/operations/referrals.ts";
import { readResult, verifyResult } from "@window/contract/operations/results.ts";
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { applied, draftBody, drafted, granted, handIn, visitorOf } from "./applying.ts";
import { clientOf, problemOf } from "./client.ts";
import type { Stories } from "./journeys.ts";
import type { TestedWindow } from "./tested-window.ts";

const nested = async (window: TestedWindow): Promise<void> => {
  const token = await window.tokenFor("maria-santos");
  const headers = {
    authorization: `Bearer ${token}`,
    "idempotency-key": "deep",
    "content-type": "application/json",
  };
  const send = async (body: string, more = {}) =>
    problemOf(
      await fetch(`${window.origin}/applications`, {
        method: "POST",
        headers: { ...headers, ...more },
        body,
      }),
    );
  const deep = await send(`{"answers":${"[".repeat(10_000)}${"]".repeat(10_000)}}`);
  assert.deepEqual([deep.status, deep.code], [400, "body-too-deep"]);
  const large = await send(JSON.stringify("x".repeat(256 * 1024)));
  assert.deepEqual([large.status, large.code], [413, "body-too-large"]);
  assert.equal((await send("{")).code, "body-not-json");
  assert.equal((await send(String.raw`{"item":"\ud800"}`)).code, "body-not-json");
  const typed = await send("{}", { "content-type": "text/plain" });
  assert.deepEqual([typed.status, typed.code], [415, "body-of-another-type"]);
};

const somebodyElses = async (window: TestedWindow): Promise<void> => {
  const owner = await visitorOf(window);
  const submitted = await applied(owner);
  const draft = await drafted(owner);
  const { document } = await handIn(owner, draft, "lease-contract");
  const result = await granted(window, owner, submitted);
  const { client, token } = await visitorOf(window, "li-jing");
  const none = "00000000000000000000000000";
  const pairs = [
    [readApplication, { application: submitted.application }, { application: `app_${none}` }],
    [readCase, { case: submitted.case }, { case: `case_${none}` }],
    [readDocument, { application: draft, document }, { application: `app_${none}`, document }],
    [readResult, { result }, { result: `res_${none}` }],
  ] as const;
  for (const [operation, theirs, nobodys] of pairs) {
    const hidden = await client.refusal(operation, { params: theirs, token });
    assert.equal(hidden.status, 404);
    assert.deepEqual(hidden, await client.refusal(operation, { params: nobodys, token }));
    const odd = Object.fromEntries(Object.keys(theirs).map((name) => [name, "../../etc/passwd"]));
    assert.equal((await client.refusal(operation, { params: odd, token })).status, 404);
  }
};

const wrongRole = async (window: TestedWindow): Promise<void> => {
  const client = clientOf(window.origin);
  const department = await window.tokenFor("talent-office");
  const clerk = await window.tokenFor("wang-fang");
  const applicant = await window.tokenFor("li-jing");
  const begin = { body: {} };
  for (const token of [department, clerk]) {
    const refused = await client.refusal(draftApplication, { ...begin, token });
    assert.deepEqual([refused.status, refused.code], [403, "not-allowed"]);
  }
  const read = { params: { handle: "hdl_x" }, token: applicant };
  assert.equal((await client.refusal(readReferral, read)).code, "not-allowed");
  const nobody = await client.send(draftApplication, begin);
  assert.equal(nobody.headers.get("www-authenticate"), "Bearer");
  assert.equal((await problemOf(nobody)).code, "token-missing");
};

const wrongCode = async (window: TestedWindow): Promise<void> => {
  const { number, queryCode } = await applied(await visitorOf(window));
  const client = clientOf(window.origin);
  const wrong = await client.refusal(readProgress, { body: { number, queryCode: "ABCDEFGH" } });
  const unknown = await client.refusal(readProgress, { body: { number: "0000-0000-0000", queryCode } });
  const odd = await client.refusal(readProgress, { body: { number: "?", queryCode: "" } });
  assert.deepEqual([wrong.status, wrong.code], [404, "no-such-case"]);
  assert.deepEqual(wrong, unknown);
  assert.deepEqual(wrong, odd);
};

/** Ten codes for one number in ten minutes; another number, and everything else, goes on. */
const triedOut = async (window: TestedWindow): Promise<void> => {
  const client = clientOf(window.origin);
  const random = () => randomBytes(6).toString("hex").toUpperCase();
  const [number, other] = [random(), random()];
  const ask = (of: string) => client.send(readProgress, { body: { number: of, queryCode: "ABCDEFGH" } });
  for (let left = 9; left >= 0; left -= 1) {
    const response = await ask(number);
    assert.equal((await problemOf(response)).code, "no-such-case");
    assert.match(response.headers.get("ratelimit") ?? "", new RegExp(`"tries";r=${left};t=\\d+`));
  }
  const response = await ask(number.toLowerCase());
  const refused = await problemOf(response);
  assert.deepEqual([refused.status, refused.code], [429, "too-many-requests"]);
  assert.match(response.headers.get("ratelimit-policy") ?? "", /"questions";q=60;w=60, "tries";q=10;w=600/);
  const wait = Number(response.headers.get("retry-after"));
  assert.ok(wait > 30 && wait <= 60, String(wait));
  assert.equal((await problemOf(await ask(other))).code, "no-such-case");
};

const wrongCertificate = async (window: TestedWindow): Promise<void> => {
  const client = clientOf(window.origin);
  for (const certificate of ["x", "a.b.c", `eyJhbGciOiJub25lIn0.e30.`])
    assert.deepEqual(await client.ask(verifyResult, { body: { certificate } }), { verdict: "not-genuine" });
};

const wrongAddress = async (window: TestedWindow): Promise<void> => {
  const nothing = await problemOf(await fetch(`${window.origin}/no/such/page`));
  assert.deepEqual([nothing.status, nothing.code], [404, "no-such-page"]);
  const method = await fetch(`${window.origin}/applications`, { method: "DELETE" });
  assert.equal(method.headers.get("allow"), "POST, GET");
  assert.equal((await problemOf(method)).code, "method-not-allowed");
};

const nothingLost = async (window: TestedWindow): Promise<void> => {
  const { token } = await visitorOf(window);
  const headers = {
    authorization: `Bearer ${token}`,
    "idempotency-key": "nothing-lost",
    "content-type": "application/json",
  };
  const send = async (query: string, body: string) => {
    const sent = { method: "POST", headers, body };
    const { status, code, faults } = await problemOf(
      await fetch(`${window.origin}/applications${query}`, sent),
    );
    return [status, code, ...faults.map(({ field }) => field)];
  };
  const body = JSON.stringify(draftBody);
  assert.deepEqual(await send("?dry-run=1", body), [400, "request-malformed", "query.dry-run"]);
  const twice = body.replace("{", '{"window":"win_sanya",');
  assert.deepEqual(await send("", twice), [400, "body-not-json"]);
};

/** What anybody may send wrong, whoever they are. */
export const wrongRequests: Stories = {
  "a body that is nested 10,000 deep, too large, no JSON or of another type is refused": nested,
  "what would be ignored is refused: an unknown word in the address, a member named twice": nothingLost,
  "what is somebody else's answers like what does not exist": somebodyElses,
  "a role that may not ask is told so before anything is looked up": wrongRole,
  "an unknown number and a wrong query code are one answer": wrongCode,
  "whoever tries out query codes is told to wait": triedOut,
  "a certificate that is none is not genuine": wrongCertificate,
  "an address that is not there, and a method that it does not take": wrongAddress,
};
