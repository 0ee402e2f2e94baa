import { readApplication, submitApplication } from "@window/contract/operations/applications.ts";
import { readApplicationChain } from "@window/contract/operations/chains.ts";
import { holdCase, releaseCase } from "@window/contract/operations/holds.ts";
import { listPeriods, listReports, readDue } from "@window/contract/operations/retention.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { applied, drafted, handIn, visitorOf, type Visitor } from "./applying.ts";
import { sooner } from "./client.ts";
import type { Stories } from "./journeys.ts";
import type { TestedWindow } from "./tested-window.ts";

const DAY = 24 * HOUR;

/** What anybody may read of the periods: each has a source, or says that it is an example. */
const publishedPeriods = async (window: TestedWindow): Promise<void> => {
  const { client } = await visitorOf(window);
  const { periods } = await client.ask(listPeriods);
  const draft = periods.find(({ record }) => record === "draft");
  assert.deepEqual([draft?.kept?.count, draft?.kept?.provenance.kind], [90, "example"]);
  const opening = periods.find(({ record }) => record === "opening");
  const from = opening?.kept?.provenance;
  assert.ok(from?.kind === "sourced" && from.article === "第五十六条");
};

const reported = async ({ client, token }: Visitor) => {
  const { rows } = await client.ask(listReports, { token, query: { limit: "100" } });
  const drafts = rows.filter(({ record }) => record === "draft");
  return drafts.reduce((sum, { erased }) => sum + erased, 0);
};

/** A draft of 90 days ago is gone, its papers too; a case that somebody works on is not. */
const draftOfLongAgo = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const operator = await visitorOf(window, "zhou-ming");
  const before = await operator.client.ask(readDue, { token: operator.token });
  assert.deepEqual(
    before.records.map(({ record }) => record),
    ["draft", "withdrawn", "decided", "opening"],
  );
  const submitted = await applied(visitor);
  const application = await drafted(visitor);
  await handIn(visitor, application, "labour-contract");
  assert.equal(await window.stored(application), 1);
  const own = { params: { application }, token };
  const chain = await client.ask(readApplicationChain, own);
  // A window runs every night; in the cloud none has been yet, and the first one notes where the log begins.
  await window.moveClock(later(chain.asOf, HOUR), "retention");
  await window.moveClock(later(chain.asOf, 89 * DAY), "retention");
  assert.equal((await client.ask(readApplication, own)).phase, "draft", "it is kept for so long");
  await window.moveClock(later(chain.asOf, 92 * DAY), "retention");
  await sooner("the erasure", async () => ((await window.stored(application)) === 0 ? true : undefined));
  assert.equal((await client.refusal(readApplication, own)).code, "no-such-application");
  assert.equal((await client.refusal(submitApplication, own)).code, "no-such-application");
  await sooner("the report", async () => ((await reported(operator)) > 0 ? true : undefined));
  const kept = { params: { application: submitted.application }, token };
  assert.equal((await client.ask(readApplication, kept)).phase, "submitted");
  const refused = await client.refusal(listReports, { token });
  assert.equal(refused.code, "not-allowed");
};

/** A supervisor keeps a case while somebody objects to it, and lets it go again. */
const heldCase = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { case: subject } = await applied(visitor);
  const { client, token } = await visitorOf(window, "chen-wei");
  const params = { case: subject };
  const held = await client.ask(holdCase, { params, token, body: { ground: "litigation" } });
  assert.deepEqual(held, { case: subject, ground: "litigation" });
  assert.equal((await client.ask(releaseCase, { params, token })).ground, null);
  assert.equal((await client.ask(releaseCase, { params, token })).ground, null, "again changes nothing");
  const nobodys = { params: { case: "case_nobodys-1" }, token };
  assert.equal((await client.refusal(releaseCase, nobodys)).code, "no-such-case");
  const wrong = await client.refusal(holdCase, { params, token, body: { ground: "weather" } });
  assert.deepEqual([wrong.code, wrong.faults[0]?.field], ["request-malformed", "ground"]);
  const own = { params, token: visitor.token, body: { ground: "complaint" } };
  assert.equal((await visitor.client.refusal(holdCase, own)).code, "not-allowed");
};

export const retentionStories: Stories = {
  "anybody reads how long what is kept, and by which source": publishedPeriods,
  "a supervisor keeps a case from being erased, and lets it go again": heldCase,
  "a draft of ninety days ago is gone with its papers, and a report counts it": draftOfLongAgo,
};
