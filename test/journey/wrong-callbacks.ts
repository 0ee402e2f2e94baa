import { answerReferral, readReferral } from "@window/contract/operations/referrals.ts";
import { acknowledged, answered } from "@window/department-kit/callback-event.ts";
import type { Answer } from "@window/department-kit/events.ts";
import { signCallback } from "@window/department-kit/sign-callback.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { AGREED, answeredBy, applied, askedOf, caseOnce, visitorOf } from "./applying.ts";
import { clientOf, problemOf } from "./client.ts";
import type { Stories } from "./journeys.ts";
import type { PlayedDepartment, TestedWindow } from "./tested-window.ts";

/** A case whose first department has been asked, and a hand to post whatever at its callback. */
const asked = async (window: TestedWindow) => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  const { event } = await askedOf(window.talent, submitted.case);
  return { visitor, submitted, ...event.data };
};

interface Posting {
  readonly as: PlayedDepartment;
  readonly body?: string;
  readonly secondsAgo?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const eventOf = (referral: string, answer: Answer = AGREED, id: string = randomUUID()): string =>
  JSON.stringify(
    answered(
      { id, source: "urn:department:test", referral, time: new Date(wireClock.now()).toISOString() },
      answer,
    ),
  );

const post = async (callback: string, posting: Posting): Promise<Response> => {
  const { as, body = "{}", secondsAgo = 0, headers = {} } = posting;
  const nowSeconds = Math.floor(wireClock.now() / 1000) - secondsAgo;
  const signed = await signCallback({ secret: as.receivingSecret, id: randomUUID(), body, nowSeconds });
  return fetch(callback, { method: "POST", headers: { ...signed, ...headers }, body });
};

const unsigned = async (window: TestedWindow): Promise<void> => {
  const { callback, referral, visitor, submitted } = await asked(window);
  const body = eventOf(referral);
  const stranger = { ...window.talent, receivingSecret: `whsec_${btoa("a key that nobody was ever given")}` };
  const refused = await problemOf(await post(callback, { as: stranger, body }));
  assert.deepEqual([refused.status, refused.code], [401, "bad-signature"]);
  const naked = await problemOf(await fetch(callback, { method: "POST", body }));
  assert.deepEqual([naked.status, naked.code], [401, "missing-header"]);
  const seen = await caseOnce(visitor, submitted.case, () => true);
  assert.equal(seen.referrals[0]?.answer, null);
};

const oldTimestamp = async (window: TestedWindow): Promise<void> => {
  const { callback, referral } = await asked(window);
  const body = eventOf(referral);
  const old = await problemOf(await post(callback, { as: window.talent, body, secondsAgo: 310 }));
  assert.deepEqual([old.status, old.code], [401, "too-old"]);
  const ahead = await problemOf(await post(callback, { as: window.talent, body, secondsAgo: -310 }));
  assert.deepEqual([ahead.status, ahead.code], [401, "too-new"]);
};

const foreignHandle = async (window: TestedWindow): Promise<void> => {
  const { callback, handle, referral } = await asked(window);
  const body = eventOf(referral);
  const foreign = await problemOf(await post(callback, { as: window.housing, body }));
  const unknown = callback.replace(handle, `${handle.slice(0, -1)}${handle.endsWith("0") ? "1" : "0"}`);
  const missing = await problemOf(await post(unknown, { as: window.talent, body }));
  assert.deepEqual([foreign.status, foreign.code], [404, "no-such-referral"]);
  assert.deepEqual(foreign, missing);
  const client = clientOf(window.origin);
  const token = await window.tokenFor("housing-office");
  assert.deepEqual(await client.refusal(readReferral, { params: { handle }, token }), missing);
};

const secondAnswer = async (window: TestedWindow): Promise<void> => {
  const { callback, referral, submitted } = await asked(window);
  await answeredBy(window.talent, submitted.case, AGREED);
  const refused = await problemOf(await post(callback, { as: window.talent, body: eventOf(referral) }));
  assert.deepEqual([refused.status, refused.code], [409, "already-answered"]);
};

const wrongContent = async (window: TestedWindow): Promise<void> => {
  const { callback, referral } = await asked(window);
  const sent = async (posting: Omit<Posting, "as">) =>
    problemOf(await post(callback, { as: window.talent, ...posting }));
  const large = await sent({ body: eventOf(referral).padEnd(256 * 1024 + 1, " ") });
  assert.deepEqual([large.status, large.code], [413, "body-too-large"]);
  const deep = await sent({ body: "[".repeat(10_000) + "]".repeat(10_000) });
  assert.deepEqual([deep.status, deep.code], [400, "body-too-deep"]);
  assert.equal((await sent({ body: "not json" })).code, "body-not-json");
  assert.equal(
    (await sent({ body: "{}", headers: { "content-type": "text/xml" } })).code,
    "body-of-another-type",
  );
  assert.equal((await sent({ body: "{}" })).code, "request-malformed");
  const reason = { outcome: "refuse", reasons: ["because-i-say-so"] } as const;
  assert.equal((await sent({ body: eventOf(referral, reason) })).code, "unknown-reason");
  const elsewhere = await sent({ body: eventOf("ref_00000000000000000000000000-0-0") });
  assert.deepEqual(
    elsewhere.faults.map(({ field }) => field),
    ["subject"],
  );
};

const keyReused = async (window: TestedWindow): Promise<void> => {
  const { callback, referral } = await asked(window);
  const id = randomUUID();
  const nowSeconds = Math.floor(wireClock.now() / 1000);
  const secret = window.talent.receivingSecret;
  const send = async (body: string) =>
    fetch(callback, {
      method: "POST",
      headers: { ...(await signCallback({ secret, id, body, nowSeconds })) },
      body,
    });
  const first = await send(eventOf(referral, AGREED, id));
  assert.equal(first.status, 200);
  await first.body?.cancel();
  const other = await problemOf(
    await send(eventOf(referral, { ...AGREED, opinion: "on second thoughts" }, id)),
  );
  assert.deepEqual([other.status, other.code], [422, "key-reused"]);
};

const acknowledgedAnyTime = async (window: TestedWindow): Promise<void> => {
  const { callback, referral } = await asked(window);
  const envelope = {
    id: randomUUID(),
    source: "urn:department:test",
    referral,
    time: "2026-11-24T09:00:00Z",
  };
  const response = await post(callback, { as: window.talent, body: JSON.stringify(acknowledged(envelope)) });
  assert.equal(response.status, 200);
  assert.deepEqual(answerReferral.answers[200].parse(await response.json()), { outcome: "recorded" });
};

/** What departments send wrong: each sentence of what wrong input gets. */
export const wrongCallbacks: Stories = {
  "a callback with a bad signature changes nothing": unsigned,
  "a callback with an old timestamp is refused": oldTimestamp,
  "a foreign handle answers like an unknown one": foreignHandle,
  "a second final answer is refused": secondAnswer,
  "a callback that is too large, too deep or not what it should be is refused": wrongContent,
  "one message id with two contents is refused": keyReused,
  "an acknowledgement may come again": acknowledgedAnyTime,
};
