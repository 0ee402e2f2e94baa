import {
  eraseApplication,
  readApplication,
  submitApplication,
  withdrawApplication,
} from "@window/contract/operations/applications.ts";
import assert from "node:assert/strict";
import {
  AGREED,
  answeredBy,
  applied,
  askedOf,
  caseOnce,
  drafted,
  granted,
  type Submitted,
  type Visitor,
  visitorOf,
} from "./applying.ts";
import { sooner } from "./client.ts";
import type { TestedWindow } from "./tested-window.ts";

const withdraw = ({ client, token }: Visitor, application: string) =>
  client.ask(withdrawApplication, { params: { application }, token });

const withdrawn = async (visitor: Visitor, submitted: Submitted) => {
  await withdraw(visitor, submitted.application);
  const seen = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "withdrawn");
  assert.deepEqual(seen.turn, { of: "nobody" });
  const own = { params: { application: submitted.application }, token: visitor.token };
  await sooner("the application being withdrawn", async () =>
    (await visitor.client.ask(readApplication, own)).phase === "withdrawn" ? true : undefined,
  );
};

export const withdrawnAsDraft = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const application = await drafted(visitor);
  assert.equal((await withdraw(visitor, application)).phase, "withdrawn");
  assert.equal((await withdraw(visitor, application)).phase, "withdrawn", "again changes nothing");
  const own = { params: { application }, token: visitor.token };
  assert.equal((await visitor.client.refusal(submitApplication, own)).code, "withdrawn");
};

export const withdrawnWhileFirstIsAsked = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  await askedOf(window.talent, submitted.case);
  await withdrawn(visitor, submitted);
  const reply = await answeredBy(window.talent, submitted.case, AGREED);
  assert.deepEqual([reply.status, reply.body], [200, { outcome: "received-after-close" }]);
};

export const withdrawnWhileSecondIsAsked = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  await answeredBy(window.talent, submitted.case, AGREED);
  await askedOf(window.housing, submitted.case);
  await withdrawn(visitor, submitted);
};

export const notWithdrawnOnceDecided = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  await granted(window, visitor, submitted);
  const own = { params: { application: submitted.application }, token: visitor.token };
  const refused = await visitor.client.refusal(withdrawApplication, own);
  assert.deepEqual([refused.status, refused.code], [409, "already-decided"]);
};

/** What never became a case goes when its owner wants it; what did is kept as the law asks. */
export const erased = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const draft = { params: { application: await drafted(visitor) }, token };
  await client.done(eraseApplication, draft);
  assert.equal((await client.refusal(readApplication, draft)).code, "no-such-application");
  const { application } = await applied(visitor);
  const kept = await client.refusal(eraseApplication, { params: { application }, token });
  assert.equal(kept.code, "still-running");
};
