/** Lists narrowed by what people ask for: over pages the same as the whole list looked through by hand. */
import { listApplications, withdrawApplication } from "@window/contract/operations/applications.ts";
import { listReferrals } from "@window/contract/operations/referrals.ts";
import { addDays, dayOf } from "@window/domain/day.ts";
import { fromIso } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { applied, askedOf, drafted, type Visitor, visitorOf } from "./applying.ts";
import { problemOf, sooner } from "./client.ts";
import type { Stories } from "./journeys.ts";
import type { TestedWindow } from "./tested-window.ts";

type Query = Readonly<Record<string, string>>;

const walked = async <Row>(
  ask: (query: Query) => Promise<{ rows: readonly Row[]; next?: string | undefined }>,
  query: Query = {},
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await ask({ limit: "2", ...query, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
};

const applicationsOf =
  ({ client, token }: Visitor) =>
  (query: Query) =>
    client.ask(listApplications, { token, query });

const ownNarrowed = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const list = applicationsOf(visitor);
  const [kept, withdrawn] = [await drafted(visitor), await drafted(visitor)];
  const { client, token } = visitor;
  await client.ask(withdrawApplication, { params: { application: withdrawn }, token });
  const all = await sooner("both in the list", async () => {
    const rows = await walked(list);
    const phaseOf = (id: string) => rows.find(({ application }) => application === id)?.phase;
    return phaseOf(kept) === "draft" && phaseOf(withdrawn) === "withdrawn" ? rows : undefined;
  });
  const newest = all.find(({ application }) => application === kept) ?? assert.fail();
  const today = dayOf(fromIso(newest.draftedAt));
  const wishes: readonly (readonly [Query, (row: (typeof all)[number]) => boolean])[] = [
    [{ phase: "draft" }, ({ phase }) => phase === "draft"],
    [
      { phase: "withdrawn", item: newest.item },
      ({ phase, item }) => phase === "withdrawn" && item === newest.item,
    ],
    [{ item: "item_work-permit" }, ({ item }) => item === "item_work-permit"],
    [{ from: today, to: today }, ({ draftedAt }) => dayOf(fromIso(draftedAt)) === today],
    [{ to: addDays(today, -1) }, ({ draftedAt }) => dayOf(fromIso(draftedAt)) < today],
    [{ from: addDays(today, 1) }, () => false],
  ];
  for (const [query, isMeant] of wishes)
    assert.deepEqual(await walked(list, query), all.filter(isMeant), JSON.stringify(query));
};

const worklistNarrowed = async (window: TestedWindow): Promise<void> => {
  const submitted = await applied(await visitorOf(window));
  await askedOf(window.talent, submitted.case);
  const { client, token } = await visitorOf(window, "talent-office");
  const list = (query: Query) => client.ask(listReferrals, { token, query });
  const own = await sooner("the referral in the worklist", async () =>
    (await walked(list)).find((row) => row.case === submitted.case),
  );
  const all = await walked(list);
  const due = fromIso(own.due);
  // The limit ends with a day, so its end is the first moment of the next one.
  const last = addDays(dayOf(due), -1);
  const over = (by: string) => all.filter((row) => addDays(dayOf(fromIso(row.due)), -1) <= by);
  assert.deepEqual(await walked(list, { dueBy: last }), over(last));
  assert.ok(over(last).some((row) => row.case === submitted.case));
  const before = addDays(last, -1);
  assert.ok((await walked(list, { dueBy: before })).every((row) => row.case !== submitted.case));
  assert.deepEqual(
    await walked(list, { step: own.step, item: own.item }),
    all.filter(({ step, item }) => step === own.step && item === own.item),
  );
  assert.deepEqual(await walked(list, { step: "nothing-of-ours" }), []);
};

const wronglyNarrowed = async (window: TestedWindow): Promise<void> => {
  const { token } = await visitorOf(window);
  const headers = { authorization: `Bearer ${token}` };
  const told = async (query: string) => {
    const problem = await problemOf(await fetch(`${window.origin}/applications?${query}`, { headers }));
    assert.deepEqual([problem.status, problem.code], [400, "request-malformed"]);
    return problem.faults.map(({ field, code }) => [field, code]);
  };
  assert.deepEqual(await told("colour=red"), [["query.colour", "unknown-field"]]);
  assert.deepEqual(await told("phase=done"), [["query.phase", "not-one-of"]]);
  assert.deepEqual(await told("from=2026-02-30"), [["query.from", "format"]]);
  assert.deepEqual(await told("to=9999-12-31"), [["query.to", "format"]]);
  assert.deepEqual(await told("item=rent"), [["query.item", "format"]]);
  assert.deepEqual(await told("phase=draft&phase=withdrawn"), [["query.phase", "format"]]);
  assert.deepEqual(await told("after=nowhere"), [["query.after", "format"]]);
};

/** A cursor of one list, sent to the same list narrowed otherwise. */
const otherList = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  for (let count = 0; count < 3; count += 1) await drafted(visitor);
  const list = applicationsOf(visitor);
  const { next } = await sooner("a second page", async () => {
    const page = await list({ limit: "2" });
    return page.next === undefined ? undefined : page;
  });
  const { client, token } = visitor;
  const query = { limit: "2", phase: "draft", after: next ?? "" };
  const refused = await client.refusal(listApplications, { token, query });
  assert.equal(refused.faults[0]?.field, "query.after");
};

export const narrowing: Stories = {
  "a person narrows their applications by state, item and days": ownNarrowed,
  "a department narrows its worklist by what is due and by step": worklistNarrowed,
  "what a list cannot be narrowed by is named": wronglyNarrowed,
  "a cursor is refused by a list that is narrowed otherwise": otherList,
};
