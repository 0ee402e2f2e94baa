import { assessCase, changeKind, readDeskCase, signCommitment } from "@window/contract/operations/desk.ts";
import { readApplication } from "@window/contract/operations/applications.ts";
import { readResult, verifyResult } from "@window/contract/operations/results.ts";
import assert from "node:assert/strict";
import { caseOnce, type Submitted, type Visitor, visitorOf } from "./applying.ts";
import { sooner } from "./client.ts";
import { appliedFor, onDesk } from "./handling.ts";
import type { TestedWindow } from "./tested-window.ts";

const resultOf = (visitor: Visitor, { application }: Submitted) =>
  sooner("the result", async () => {
    const read = { params: { application }, token: visitor.token };
    return (await visitor.client.ask(readApplication, read)).result ?? undefined;
  });

/** A clerk verifies and decides a delegated case; the certificate names the window. */
export const decidedOnTheSpot = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const submitted = await appliedFor(visitor, "item_settlement-proof");
  const waiting = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "running");
  assert.deepEqual([waiting.kind, waiting.turn], ["delegated", { of: "window" }]);
  assert.match(waiting.because.zh, /授权/);
  const clerk = await visitorOf(window, "wang-fang");
  assert.equal((await onDesk(clerk, submitted.case)).for, "decision");
  const params = { case: submitted.case };
  const read = await clerk.client.ask(readDeskCase, { params, token: clerk.token });
  assert.equal(read.answers?.find(({ field }) => field === "full-name")?.value, "李明");
  const bare = { params, token: clerk.token, body: { finding: "contradicted" } };
  assert.equal((await clerk.client.refusal(assessCase, bare)).code, "reasons-missing");
  const verified = { params, token: clerk.token, body: { finding: "verified" } } as const;
  assert.equal((await clerk.client.ask(assessCase, verified)).decision, "granted");
  assert.equal((await clerk.client.refusal(assessCase, verified)).code, "nothing-to-decide");
  const { certificate } = await visitor.client.ask(readResult, {
    params: { result: await resultOf(visitor, submitted) },
    token: visitor.token,
  });
  const proof = await visitor.client.ask(verifyResult, {
    body: { certificate: certificate ?? assert.fail() },
  });
  assert.ok(proof.verdict === "genuine");
  assert.equal(proof.claims.dep, "win_haikou");
};

/** What cannot be verified is decided at once when applicant and employer have each signed. */
export const decidedOnCommitments = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const submitted = await appliedFor(visitor, "item_policy-proof");
  const clerk = await visitorOf(window, "wang-fang");
  await onDesk(clerk, submitted.case);
  const params = { case: submitted.case };
  const sign = { params, token: visitor.token };
  assert.equal((await visitor.client.refusal(signCommitment, sign)).code, "nothing-to-sign");
  const assessed = await clerk.client.ask(assessCase, {
    params,
    token: clerk.token,
    body: { finding: "not-verifiable" },
  });
  assert.deepEqual(assessed.unsigned, ["applicant", "employer"]);
  const stranger = await visitorOf(window, "maria-santos");
  const foreign = { params, token: stranger.token };
  assert.equal((await stranger.client.refusal(signCommitment, foreign)).code, "no-such-case");
  const signed = await visitor.client.ask(signCommitment, sign);
  assert.deepEqual([signed.phase, signed.unsigned], ["running", ["employer"]]);
  const handler = await visitorOf(window, "he-lian");
  assert.equal((await onDesk(handler, submitted.case)).for, "commitment");
  const last = await handler.client.ask(signCommitment, { params, token: handler.token });
  assert.equal(last.decision, "granted");
  const decided = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "decided");
  assert.equal(decided.decision?.basis, "committed");
  assert.equal(decided.decision.checkBy?.example, true);
  await resultOf(visitor, submitted);
};

/** The class decides between kinds, and a clerk lets a case go another way with a reason. */
export const recognisedByClass = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const kindOf = async (level: string) => {
    const submitted = await appliedFor(visitor, "item_recognition-full-time", { "claimed-class": level });
    const seen = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "running");
    return { submitted, seen };
  };
  const high = await kindOf("a");
  assert.equal(high.seen.kind, "agency");
  const unlisted = await kindOf("equivalent");
  assert.deepEqual([unlisted.seen.kind, unlisted.seen.promised], ["deliberated", null]);
  const local = await kindOf("d");
  assert.equal(local.seen.kind, "delegated");

  const clerk = await visitorOf(window, "wang-fang");
  const change = {
    params: { case: local.submitted.case },
    token: clerk.token,
    body: { way: "province", reason: "材料复杂，请省级研判。" },
  };
  const unknown = { ...change, body: { ...change.body, way: "nowhere" } };
  assert.equal((await clerk.client.refusal(changeKind, unknown)).code, "no-such-way");
  await clerk.client.ask(changeKind, change);
  const changed = await caseOnce(visitor, local.submitted.case, ({ turn }) => turn.of === "departments");
  assert.deepEqual([changed.kind, changed.changed?.from], ["agency", "delegated"]);
  assert.ok(changed.promised !== null);
};
