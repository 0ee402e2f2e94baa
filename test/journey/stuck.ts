import { listStuckCases, readCase, resumeCase } from "@window/contract/operations/cases.ts";
import { fromIso, later, MINUTE } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { applied, askedOf, caseOnce, granted, type Submitted, type Visitor, visitorOf } from "./applying.ts";
import { sooner } from "./client.ts";
import type { TestedWindow } from "./tested-window.ts";

/** Three tries at the round fail, the last of them two and a half minutes after the first. */
const stuckWhileBroken = async (window: TestedWindow, visitor: Visitor): Promise<Submitted> => {
  await window.breakRounds();
  const submitted = await applied(visitor);
  const { receivedAt } = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "running");
  for (const minutes of [5, 10, 15]) await window.moveClock(later(fromIso(receivedAt), minutes * MINUTE));
  await caseOnce(visitor, submitted.case, ({ stuck }) => stuck);
  return submitted;
};

/** A case whose departments could not be asked waits for an operator, who finds it, lets it go on, and says why. */
export const resumedByOperator = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const operator = await window.tokenFor("zhou-ming");
  const submitted = await stuckWhileBroken(window, visitor);
  const found = await sooner("the list of stuck cases", async () => {
    const { rows } = await client.ask(listStuckCases, { token: operator, query: { limit: "100" } });
    return rows.find((row) => row.case === submitted.case);
  });
  assert.deepEqual([found.number, found.round, found.cause], [submitted.number, 0, "opening-failed"]);
  assert.equal(found.resumptionAskedAt, null);

  await window.mendRounds();
  const params = { case: submitted.case };
  const resume = {
    params,
    body: { reason: "存储已修复。 The shelf was mended." },
    key: `resume-${submitted.case}`,
  };
  assert.equal((await client.refusal(resumeCase, { ...resume, token })).code, "not-allowed");
  assert.equal((await client.refusal(listStuckCases, { token })).code, "not-allowed");
  assert.equal((await client.refusal(readCase, { params, token: operator })).code, "not-allowed");
  const resumed = await client.ask(resumeCase, { ...resume, token: operator });
  assert.notEqual(resumed.resumptionAskedAt, null);
  assert.deepEqual(
    await client.ask(resumeCase, { ...resume, token: operator }),
    resumed,
    "the same answer again",
  );

  await askedOf(window.talent, submitted.case);
  assert.equal((await caseOnce(visitor, submitted.case, ({ stuck }) => !stuck)).referrals.length, 1);
  const again = await client.refusal(resumeCase, { ...resume, key: "again", token: operator });
  assert.deepEqual([again.status, again.code], [409, "not-stuck"]);
  const nobodys = { ...resume, params: { case: "case_0" }, token: operator };
  assert.equal((await client.refusal(resumeCase, nobodys)).code, "no-such-case");
  assert.ok(await granted(window, visitor, submitted));
};
