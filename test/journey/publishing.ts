import { readApplication, draftApplication } from "@window/contract/operations/applications.ts";
import { readCase } from "@window/contract/operations/cases.ts";
import {
  draftEdition,
  listEditions,
  listEntries,
  publishEdition,
  readEdition,
  withdrawEdition,
} from "@window/contract/operations/catalogue.ts";
import { readItem } from "@window/contract/operations/items.ts";
import { addDays, dayOf, startOf } from "@window/domain/day.ts";
import { fromIso, toIso } from "@window/domain/instant.ts";
import { Item } from "@window/domain/item/item.ts";
import assert from "node:assert/strict";
import { applied, draftBody, visitorOf, type Visitor } from "./applying.ts";
import type { TestedWindow } from "./tested-window.ts";

export const entry = "item_rent-subsidy";

/** The entry as an operator sees it, with what `If-Match` has to name. */
export const seenBy = async ({ client, token }: Visitor, of = entry) => {
  const seen = await client.ask(listEditions, { params: { entry: of }, token });
  return { ...seen, basis: { "if-match": `"${String(seen.seq)}"` } };
};

type Content = Readonly<Record<string, unknown>>;

export const contentOf = async (operator: Visitor, edition: number, of = entry): Promise<Content> => {
  const read = { params: { entry: of, edition: String(edition) }, token: operator.token };
  return (await operator.client.ask(readEdition, read)).content;
};

/** The same item with another promised limit on every way. */
const promising = (content: Content, count: number): Content => {
  const { ways } = Item.parse({ ...content, id: entry, version: 1 });
  const promised = { count, unit: "working-day", provenance: { kind: "example" } };
  return { ...content, ways: ways.map((way) => ({ ...way, limits: { ...way.limits, promised } })) };
};

/** Drafts and publishes; answers the number of the edition. */
export const published = async (
  operator: Visitor,
  content: Readonly<Record<string, unknown>>,
  { from, of = entry }: { readonly from?: string; readonly of?: string } = {},
): Promise<number> => {
  const { client, token } = operator;
  const { basis } = await seenBy(operator, of);
  const drafted = await client.ask(draftEdition, {
    params: { entry: of },
    token,
    headers: basis,
    body: { content },
  });
  const number = drafted.editions.at(-1)?.edition ?? assert.fail();
  await client.ask(publishEdition, {
    params: { entry: of, edition: String(number) },
    token,
    headers: { "if-match": `"${String(drafted.seq)}"` },
    body: from === undefined ? {} : { from },
  });
  return number;
};

const versionOf = async ({ client, token }: Visitor, application: string): Promise<number> =>
  (await client.ask(readApplication, { params: { application }, token })).version;

/** An operator publishes another limit from a day on; what is applied for from then on has it, what was there keeps its own. */
export const limitChanged = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const operator = await visitorOf(window, "zhou-ming");
  const older = await applied(visitor);
  const before = await versionOf(visitor, older.application);
  const { receivedAt } = await visitor.client.ask(readCase, {
    params: { case: older.case },
    token: visitor.token,
  });
  const day = addDays(dayOf(fromIso(receivedAt)), 3);
  const number = await published(operator, promising(await contentOf(operator, before), 6), { from: day });
  assert.deepEqual(
    (await seenBy(operator)).editions
      .filter(({ edition }) => edition === number)
      .map(({ status, from }) => [status, from]),
    [["scheduled", toIso(startOf(day))]],
  );
  assert.equal((await visitor.client.ask(readItem, { params: { item: entry } })).version, before);

  await window.moveClock(startOf(day));
  const item = await visitor.client.ask(readItem, { params: { item: entry } });
  assert.deepEqual([item.version, item.ways[0]?.limits.promised?.count], [number, 6]);
  const newer = await applied(visitor);
  assert.equal(await versionOf(visitor, newer.application), number);
  assert.equal(await versionOf(visitor, older.application), before);
  const standing = (await seenBy(operator)).editions.filter(({ status }) => status === "standing");
  assert.deepEqual(
    standing.map(({ edition }) => edition),
    [number],
  );
  const { rows } = await operator.client.ask(listEntries, { token: operator.token, query: { limit: "100" } });
  const line = rows.find((row) => row.entry === entry);
  assert.deepEqual([line?.kind, line?.standing, line?.next], ["item", number, null]);
};

/** What an operator may send that is wrong, and what it gets. */
export const wronglyPublished = async (window: TestedWindow): Promise<void> => {
  const operator = await visitorOf(window, "zhou-ming");
  const { client, token } = operator;
  const seen = await seenBy(operator);
  const standing = seen.editions.find(({ status }) => status === "standing") ?? assert.fail();
  const content = await contentOf(operator, standing.edition);
  const draft = { params: { entry }, token, headers: seen.basis, body: { content } };
  const refused = async (sent: Parameters<typeof client.refusal>[1]) => {
    const { status, code, faults } = await client.refusal(draftEdition, sent);
    return [status, code, ...faults.map(({ field, code: fault }) => `${field} ${fault}`)];
  };

  assert.deepEqual(await refused({ ...draft, token: (await visitorOf(window)).token }), [403, "not-allowed"]);
  assert.deepEqual(await refused({ ...draft, headers: {} }), [428, "basis-missing"]);
  assert.deepEqual(await refused({ ...draft, headers: { "if-match": '"9999"' } }), [
    412,
    "entry-changed-meanwhile",
  ]);
  assert.deepEqual(await refused({ ...draft, params: { entry: "app_nothing" } }), [404, "no-such-entry"]);
  const { name: _, ...nameless } = content;
  assert.deepEqual(await refused({ ...draft, body: { content: nameless } }), [
    ...[422, "content-faulty"],
    "content.name required",
  ]);
  assert.deepEqual(await refused({ ...draft, body: { content: { ...content, fee: 0 } } }), [
    ...[422, "content-faulty"],
    "content.fee unknown-field",
  ]);

  const key = `draft-${String(seen.seq)}`;
  const drafted = await client.ask(draftEdition, { ...draft, key });
  assert.deepEqual(await client.ask(draftEdition, { ...draft, key }), drafted, "the same answer again");
  const other = { ...draft, key, body: { content: promising(content, 5) } };
  assert.equal((await client.refusal(draftEdition, other)).code, "key-reused");

  const number = String(drafted.editions.at(-1)?.edition);
  const params = { entry, edition: number };
  const headers = { "if-match": `"${String(drafted.seq)}"` };
  const publish = { params, token, headers };
  const past = await client.refusal(publishEdition, { ...publish, body: { from: "2020-01-01" } });
  assert.deepEqual([past.status, past.code], [422, "from-in-the-past"]);
  const missing = { ...publish, params: { entry, edition: "999" }, body: {} };
  assert.equal((await client.refusal(publishEdition, missing)).code, "no-such-edition");
  const withdrawn = await client.ask(withdrawEdition, { params, token, headers });
  assert.equal(withdrawn.editions.at(-1)?.status, "withdrawn");
  const again = { params, token, headers: { "if-match": `"${String(withdrawn.seq)}"` } };
  assert.equal((await client.refusal(withdrawEdition, again)).code, "no-longer-stands");
  assert.equal((await client.refusal(publishEdition, { ...again, body: {} })).code, "no-longer-stands");
  const calendar = { entry: "cal_cn", edition: "1" };
  const needed = { params: calendar, token, headers: { "if-match": '"1"' } };
  assert.equal((await client.refusal(withdrawEdition, needed)).code, "calendar-needed");
  const asked = { ...needed, params: { entry: "dept_talent-office", edition: "1" } };
  assert.equal((await client.refusal(withdrawEdition, asked)).code, "still-asked");
  const drafting = await client.send(draftApplication, { token, body: draftBody });
  assert.equal(drafting.status, 403, "an operator applies for nobody");
};
