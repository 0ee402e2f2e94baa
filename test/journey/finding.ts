import { submitApplication } from "@window/contract/operations/applications.ts";
import { listOpenings } from "@window/contract/operations/openings.ts";
import { findPerson } from "@window/contract/operations/people.ts";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { residentNumber } from "../kit/resident-number.ts";
import { answers, caseOnce, drafted, type Visitor, visitorOf } from "./applying.ts";
import { type SentTo, sooner } from "./client.ts";
import { appliedFor, draftOf, preparedFor, type SampledItem } from "./handling.ts";
import type { TestedWindow } from "./tested-window.ts";

/** Somebody whom no other journey knows. */
const somebody = (sequence: string) => residentNumber(`46010519900307${sequence}`);

type Asked = SentTo<typeof findPerson>["body"];

const asked = (number: string, more: Partial<Asked> = {}): Asked => ({
  kind: "resident-id",
  number,
  ...more,
});

/** Applies, and waits until the window acts, so that a clerk need not look up more often than anybody may. */
const taken = async (applicant: Visitor, item: SampledItem, change: object) => {
  const submitted = await appliedFor(applicant, item, change);
  await caseOnce(applicant, submitted.case, ({ phase }) => phase === "running");
  return submitted;
};

/** The cases that a clerk finds under a number, once there are so many. */
const found = ({ client, token }: Visitor, number: string, count: number) =>
  sooner("the index of numbers", async () => {
    const { rows } = await client.ask(findPerson, { token, body: asked(number) });
    return rows.length === count ? rows : undefined;
  });

/** A clerk finds what a person has with this window by the number on their card, page by page, and nothing else. */
export const foundByNumber = async (window: TestedWindow): Promise<void> => {
  const [applicant, clerk] = [await visitorOf(window, "li-jing"), await visitorOf(window, "wang-fang")];
  const [number, other] = [somebody("123"), somebody("124")];
  const identity = { "id-type": "resident-id", "resident-id": number };
  const { passport: _, ...without } = answers;
  const draft = await drafted(applicant, { ...without, ...identity });
  const first = await taken(applicant, "item_policy-proof", identity);
  const second = await taken(applicant, "item_settlement-proof", identity);
  await taken(applicant, "item_policy-proof", { ...identity, "resident-id": other });
  const rows = await found(clerk, `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`, 2);
  assert.deepEqual(
    rows.map((row) => row.case),
    [first.case, second.case],
  );
  assert.ok(!JSON.stringify(rows).includes(draft), "a draft is nobody's business yet");
  const openings = { token: applicant.token, params: { case: first.case } };
  const opening = await sooner(
    "the opening",
    async () => (await applicant.client.ask(listOpenings, openings)).rows[0],
  );
  assert.deepEqual(
    [opening.purpose.code, opening.office?.id, opening.shown],
    ["find", "win_haikou", "progress"],
  );
  const { client, token } = clerk;
  const page = await client.ask(findPerson, { token, body: asked(number, { limit: 1 }) });
  const rest = await client.ask(findPerson, { token, body: asked(number, { limit: 1, after: page.next }) });
  assert.deepEqual([page.rows[0]?.case, rest.rows[0]?.case], [first.case, second.case]);
  const passport: Asked = { kind: "passport", number: "L898902C3" };
  const elsewhere = await client.ask(findPerson, { token, body: passport });
  assert.ok(elsewhere.rows.every((row) => row.case !== first.case && row.case !== second.case));
};

/** What is with another window is found there. */
export const notFoundElsewhere = async (window: TestedWindow): Promise<void> => {
  const [applicant, clerk] = [await visitorOf(window, "li-jing"), await visitorOf(window, "wang-fang")];
  const number = somebody("223");
  const change = { "resident-id": number, "work-place": "sanya" };
  const application = await preparedFor(applicant, draftOf("item_settlement-proof", change, "win_sanya"));
  await applicant.client.ask(submitApplication, { params: { application }, token: applicant.token });
  const here = await taken(applicant, "item_policy-proof", { "resident-id": number });
  const [row] = await found(clerk, number, 1);
  assert.equal(row?.case, here.case);
};

/** The same key is the same look-up: what came meanwhile is not shown under it, and another number is refused. */
export const lookedUpOnce = async (window: TestedWindow): Promise<void> => {
  const [applicant, clerk] = [await visitorOf(window, "li-jing"), await visitorOf(window, "wang-fang")];
  const number = somebody("323");
  const once = { token: clerk.token, key: randomUUID(), body: asked(number) };
  assert.deepEqual(await clerk.client.ask(findPerson, once), { rows: [] });
  await taken(applicant, "item_policy-proof", { "resident-id": number });
  await found(clerk, number, 1);
  assert.deepEqual(await clerk.client.ask(findPerson, once), { rows: [] });
  const other = { ...once, body: asked(somebody("324")) };
  assert.equal((await clerk.client.refusal(findPerson, other)).code, "key-reused");
};

const wrong: readonly (readonly [object, string, string, string])[] = [
  [asked("11010519491231002Y"), "number-faulty", "number", "alphabet"],
  [asked("110105194912310021"), "number-faulty", "number", "checksum"],
  [asked("110105194913310021"), "number-faulty", "number", "date"],
  [asked("1101051949"), "number-faulty", "number", "length"],
  [{ kind: "passport", number: "L898902C3X" }, "number-faulty", "number", "length"],
  [{ kind: "permanent-residence-id", number: "911010519491231002" }, "number-faulty", "number", "checksum"],
  [{ kind: "phone", number: "13955570000" }, "request-malformed", "kind", "not-one-of"],
  [{ number: "L898902C3" }, "request-malformed", "kind", "required"],
  [{ kind: "passport" }, "request-malformed", "number", "required"],
  [{ kind: "passport", number: 898902 }, "request-malformed", "number", "wrong-type"],
  [{ kind: "passport", number: "L".repeat(41) }, "request-malformed", "number", "too-long"],
  [asked("11010519491231002X", { limit: 0 }), "request-malformed", "limit", "too-small"],
  [asked("11010519491231002X", { limit: 51 }), "request-malformed", "limit", "too-large"],
  [asked("11010519491231002X", { after: "nothing" }), "request-malformed", "after", "format"],
  [{ ...asked("11010519491231002X"), window: "win_sanya" }, "request-malformed", "window", "unknown-field"],
];

/** Each wrong question is told what is wrong with it and repeats nothing; whoever is no clerk may not ask at all. */
export const wronglyLookedUp = async (window: TestedWindow): Promise<void> => {
  const { client, token } = await visitorOf(window, "wang-fang");
  for (const [body, code, field, fault] of wrong) {
    const problem = await client.refusal(findPerson, { token, body });
    const said = [problem.code, problem.faults[0]?.field, problem.faults[0]?.code];
    assert.deepEqual(said, [code, field, fault], JSON.stringify(body));
    assert.ok(!JSON.stringify(problem).includes("1101051949"));
  }
  const body = asked("11010519491231002X");
  for (const person of ["li-jing", "chen-wei", "zhou-ming", "talent-office"] as const) {
    const refused = await client.refusal(findPerson, { token: await window.tokenFor(person), body });
    assert.deepEqual([refused.status, refused.code], [403, "not-allowed"]);
  }
  const { headers } = await client.send(findPerson, { token, body });
  assert.match(headers.get("ratelimit-policy") ?? "", /"look-ups";q=30;w=60/);
  assert.equal((await client.refusal(findPerson, { body })).code, "token-missing");
  assert.equal((await client.refusal(findPerson, { token, body, key: null })).code, "key-missing");
};
