import { readDeskCase } from "@window/contract/operations/desk.ts";
import { listOpenings } from "@window/contract/operations/openings.ts";
import { readReferral } from "@window/contract/operations/referrals.ts";
import { beginningOf, hourAfter, hourOf } from "@window/domain/feed.ts";
import type { CaseId } from "@window/domain/id.ts";
import { fromIso } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { AGREED, answeredBy, applied, askedOf, caseOnce, visitorOf, type Visitor } from "./applying.ts";
import { sooner } from "./client.ts";
import { onDesk, appliedFor } from "./handling.ts";
import type { TestedWindow } from "./tested-window.ts";

/** The openings of one's own case, once there are so many. */
const openingsOf = ({ client, token }: Visitor, subject: CaseId, many: number) =>
  sooner("the openings", async () => {
    const { rows } = await client.ask(listOpenings, { params: { case: subject }, token });
    return rows.length >= many ? rows : undefined;
  });

/** A department reads what it was asked, again in the same hour, in another hour, and after it has answered. */
const openedByDepartment = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  const { event } = await askedOf(window.talent, submitted.case);
  const talent = await visitorOf(window, "talent-office");
  const read = { params: { handle: event.data.handle }, token: talent.token };
  await talent.client.ask(readReferral, read);
  const [first] = await openingsOf(visitor, submitted.case, 1);
  await window.moveClock(beginningOf(hourAfter(hourOf(fromIso(first?.at ?? "")))));
  for (let again = 0; again < 3; again += 1) await talent.client.ask(readReferral, read);
  const before = await openingsOf(visitor, submitted.case, 2);
  assert.equal(before.length, 2, "one for each hour");
  assert.deepEqual(
    before.map(({ post, office, purpose, shown }) => [post.code, office?.id, purpose.code, shown]),
    Array(2).fill(["department", "dept_talent-office", "answer", "answers"]),
  );
  assert.match(before[0]?.office?.name.zh ?? "", /人才/);

  await answeredBy(window.talent, submitted.case, AGREED);
  await caseOnce(visitor, submitted.case, ({ referrals }) => referrals.length === 2);
  await talent.client.ask(readReferral, read);
  const after = await openingsOf(visitor, submitted.case, 3);
  assert.deepEqual([after.length, after[2]?.shown], [3, "progress"]);

  const ofCase = { params: { case: submitted.case }, token: visitor.token };
  const page = await visitor.client.ask(listOpenings, { ...ofCase, query: { limit: "2" } });
  const rest = await visitor.client.ask(listOpenings, { ...ofCase, query: { after: page.next ?? "" } });
  assert.deepEqual([...page.rows, ...rest.rows], after);
  const stranger = await visitorOf(window, "li-jing");
  const refused = await stranger.client.refusal(listOpenings, { ...ofCase, token: stranger.token });
  const missing = { params: { case: "case_nobodys" }, token: stranger.token };
  assert.deepEqual(refused, await stranger.client.refusal(listOpenings, missing));
  assert.equal(refused.code, "no-such-case");
  const written = JSON.stringify(after);
  assert.ok(!written.includes("usr_"), "the person sees posts and offices, not who it was");
};

/** A clerk opens a case at the window; whoever handles its employer does too. */
const openedAtWindow = async (window: TestedWindow): Promise<void> => {
  const applicant = await visitorOf(window, "li-jing");
  const clerk = await visitorOf(window, "wang-fang");
  const { case: subject } = await appliedFor(applicant, "item_policy-proof");
  await onDesk(clerk, subject);
  await clerk.client.ask(readDeskCase, { params: { case: subject }, token: clerk.token });
  const [opened] = await openingsOf(applicant, subject, 1);
  assert.deepEqual(
    [opened?.post.code, opened?.office?.id, opened?.purpose.code, opened?.shown],
    ["clerk", "win_haikou", "handle", "answers"],
  );
  const employer = await visitorOf(window, "he-lian");
  await employer.client.ask(readDeskCase, { params: { case: subject }, token: employer.token });
  const [, second] = await openingsOf(applicant, subject, 2);
  assert.deepEqual([second?.post.code, second?.shown], ["employer", "progress"]);
  const elsewhere = await visitorOf(window);
  const asked = { params: { case: subject }, token: elsewhere.token };
  assert.equal((await elsewhere.client.refusal(readDeskCase, asked)).code, "no-such-case");
  assert.equal((await openingsOf(applicant, subject, 2)).length, 2, "who was not let in opened nothing");
};

export const openingsShown = async (window: TestedWindow): Promise<void> => {
  await openedByDepartment(window);
  await openedAtWindow(window);
};
