import { sampleAnswers } from "@window/catalogue/sample/answers.ts";
import {
  draftBundle,
  readApplication,
  submitApplication,
  withdrawCase,
} from "@window/contract/operations/applications.ts";
import { readCase, readProgress } from "@window/contract/operations/cases.ts";
import { assessCase } from "@window/contract/operations/desk.ts";
import { readResult, verifyResult } from "@window/contract/operations/results.ts";
import type { ApplicationId, CaseId } from "@window/domain/id.ts";
import assert from "node:assert/strict";
import { AGREED, answeredBy, handIn, type Visitor, visitorOf } from "./applying.ts";
import { sooner } from "./client.ts";
import { onDesk, type SampledItem } from "./handling.ts";
import { toldOnce } from "./telling.ts";
import type { TestedWindow } from "./tested-window.ts";

interface Finding {
  readonly finding: "verified" | "contradicted";
  readonly reasons?: string[];
}

const params = { bundle: "bundle_coming-to-work" };
const RECOGNITION = "item_recognition-full-time";
const SETTLEMENT = "item_settlement-proof";
const SUBSIDY = "item_rent-subsidy";
const SPOUSE = "item_spouse-employment";

/** One set of answers for all of them: what they share has one name. */
const bundleDraft = (...items: readonly SampledItem[]) => ({
  items: [...items],
  window: "win_haikou",
  answers: Object.fromEntries(items.flatMap((item) => Object.entries<string | number>(sampleAnswers[item]))),
});

const appliedTogether = async (visitor: Visitor, ...items: readonly SampledItem[]) => {
  const { client, token } = visitor;
  const { application } = await client.ask(draftBundle, { params, token, body: bundleDraft(...items) });
  const own = { params: { application }, token };
  const { missing } = await client.ask(readApplication, own);
  assert.equal(new Set(missing.map(({ material }) => material)).size, missing.length, "asked once");
  for (const { material } of missing) await handIn(visitor, application, material);
  const { cases } = await client.ask(submitApplication, own);
  return { application, cases: new Map(cases.map((opened) => [String(opened.item), opened])) };
};

const standOf = async ({ client, token }: Visitor, application: ApplicationId) => {
  const { cases, phase, result } = await client.ask(readApplication, { params: { application }, token });
  const stands = cases.map(({ item, waiting, outcome }) => [
    item,
    waiting ? "waiting" : (outcome ?? "running"),
  ]);
  return { phase, result, cases: stands };
};

/** Waits until the cases of an application stand as is said. */
const untilStands = (visitor: Visitor, application: ApplicationId, expected: Record<string, string>) =>
  sooner(`the cases to be ${JSON.stringify(expected)}`, async () => {
    const { cases } = await standOf(visitor, application);
    return JSON.stringify(cases) === JSON.stringify(Object.entries(expected)) ? true : undefined;
  });

/** Waits until the occasions on which somebody was told of a case are these. */
const toldOf = (visitor: Visitor, { case: subject }: { case: CaseId }, ...occasions: readonly string[]) =>
  toldOnce(visitor, subject, (rows) => String(rows.map(({ occasion }) => occasion)) === String(occasions));

const assessed = async (window: TestedWindow, subject: CaseId, body: Finding): Promise<void> => {
  const clerk = await visitorOf(window, "wang-fang");
  await onDesk(clerk, subject);
  await clerk.client.ask(assessCase, { params: { case: subject }, token: clerk.token, body });
};

/** Several items, one application: each waits for what it needs, is decided by itself, and one package comes out. */
export const grantedTogether = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const { application, cases } = await appliedTogether(visitor, SUBSIDY, SETTLEMENT, RECOGNITION);
  const [recognition, settlement, subsidy] = [RECOGNITION, SETTLEMENT, SUBSIDY].map((item) =>
    cases.get(item),
  );
  assert.ok(recognition && settlement && subsidy);
  assert.deepEqual([...cases.keys()], [RECOGNITION, SETTLEMENT, SUBSIDY], "in the order of the bundle");
  await untilStands(visitor, application, {
    [RECOGNITION]: "running",
    [SETTLEMENT]: "waiting",
    [SUBSIDY]: "waiting",
  });
  const { number, queryCode } = settlement;
  const progress = await visitor.client.ask(readProgress, { body: { number, queryCode } });
  assert.deepEqual(progress.turn, { of: "earlier-case" });
  assert.deepEqual(
    progress.together.map(({ standing }) => standing),
    ["running", "waiting", "waiting"],
  );

  await assessed(window, recognition.case, { finding: "verified" });
  await assessed(window, settlement.case, { finding: "verified" });
  const of = { params: { case: settlement.case }, token: visitor.token };
  const [first, later] = [
    await visitor.client.ask(readCase, { ...of, params: { case: recognition.case } }),
    await visitor.client.ask(readCase, of),
  ];
  assert.equal(later.receivedAt, first.decision?.at, "its clock began with the decision it waited for");
  assert.equal((await standOf(visitor, application)).result, null, "the package waits for the last case");
  await answeredBy(window.talent, subsidy.case, AGREED);
  await answeredBy(window.housing, subsidy.case, AGREED);
  const result = await sooner(
    "the package",
    async () => (await standOf(visitor, application)).result ?? undefined,
  );
  await toldOf(visitor, settlement, "accepted", "part-granted");
  await toldOf(visitor, recognition, "accepted", "part-granted", "issued");
  const own = await visitor.client.ask(readResult, { params: { result }, token: visitor.token });
  const proof = await visitor.client.ask(verifyResult, { body: { certificate: own.certificate ?? "" } });
  assert.ok(proof.verdict === "genuine");
  const { num, also = [] } = proof.claims;
  assert.deepEqual(
    [num, ...also.map((other) => other.num)],
    [recognition.number, settlement.number, subsidy.number],
  );
};

/** A refusal takes along what cannot be without it; the rest goes on, and each can be taken back alone. */
export const refusedTogether = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const { client, token } = visitor;
  const { application, cases } = await appliedTogether(visitor, RECOGNITION, SETTLEMENT, SPOUSE);
  const [recognition, settlement, spouse] = [RECOGNITION, SETTLEMENT, SPOUSE].map((item) => cases.get(item));
  assert.ok(recognition && settlement && spouse);
  const reasons = ["conditions-not-met"];
  await assessed(window, recognition.case, { finding: "contradicted", reasons });
  const end = { [RECOGNITION]: "refused", [SETTLEMENT]: "running", [SPOUSE]: "lapsed" };
  await untilStands(visitor, application, end);
  const back = { params: { application, case: settlement.case }, token, key: "back-once" };
  assert.equal((await client.ask(withdrawCase, back)).phase, "submitted");
  assert.equal((await client.ask(withdrawCase, back)).phase, "submitted", "asking twice asks once");
  await untilStands(visitor, application, { ...end, [SETTLEMENT]: "withdrawn" });
  assert.deepEqual((await standOf(visitor, application)).phase, "concluded");
  const codeFor = async (subject: string) => {
    const asked = { params: { application, case: subject }, token };
    return (await client.refusal(withdrawCase, asked)).code;
  };
  assert.equal(await codeFor(recognition.case), "already-decided");
  assert.equal(await codeFor("case_0"), "no-such-case");
  const fallen = await client.ask(readCase, { params: { case: spouse.case }, token });
  assert.equal(fallen.phase, "lapsed");
  await toldOf(visitor, spouse, "lapsed");
};

/** What no bundle has is refused, and a draft asked for twice is one. */
export const draftedTogether = async (window: TestedWindow): Promise<void> => {
  const { client, token } = await visitorOf(window, "li-jing");
  const body = bundleDraft(RECOGNITION, SETTLEMENT);
  const asked = { params, token, body, key: "together-once" };
  const { application } = await client.ask(draftBundle, asked);
  assert.equal((await client.ask(draftBundle, asked)).application, application);
  const codeFor = async (change: object, of: object = params) =>
    (await client.refusal(draftBundle, { params: { ...params, ...of }, token, body: { ...body, ...change } }))
      .code;
  assert.equal(await codeFor({}, { bundle: "bundle_0" }), "no-such-bundle");
  assert.equal(await codeFor({ items: [RECOGNITION, "item_work-permit"] }), "no-such-item");
  assert.equal(await codeFor({ items: [RECOGNITION] }), "request-malformed");
  assert.equal(await codeFor({ items: [RECOGNITION, RECOGNITION] }), "no-such-item");
  assert.equal(await codeFor({ items: [RECOGNITION, "item_income-tax"] }), "external-item");
  assert.equal(await codeFor({ answers: { ...body.answers, "monthly-rent": 1 } }), "answers-faulty");
  assert.equal(await codeFor({ answers: { "resident-id": "110105194912310021" } }), "answers-faulty");
  const strange = { ...body.answers, passport: "E12345678" };
  const refused = await client.refusal(draftBundle, { params, token, body: { ...body, answers: strange } });
  assert.deepEqual(
    refused.faults.map(({ field, code }) => [field, code]),
    [["answers.passport", "not-applicable"]],
    "none of the items asks for a passport of somebody with a card",
  );
  const submitted = await client.refusal(submitApplication, { params: { application }, token });
  assert.equal(submitted.code, "materials-missing");
};
