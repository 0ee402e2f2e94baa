import { Example, exampleOf } from "@window/contract/examples.ts";
import type { Operation } from "@window/contract/operation.ts";
import { operations, type OperationId } from "@window/contract/operations.ts";
import { signCallback } from "@window/department-kit/sign-callback.ts";
import { ApplicationId, type CaseId } from "@window/domain/id.ts";
import { fromIso, HOUR, later, MINUTE } from "@window/domain/instant.ts";
import { ChainFile } from "@window/domain/root/chain-file.ts";
import assert from "node:assert/strict";
import * as z from "zod";
import { postForm } from "../kit/post-form.ts";
import {
  AGREED,
  answers,
  answeredBy,
  applied,
  askedOf,
  caseOnce,
  drafted,
  granted,
  handIn,
  visitorOf,
} from "./applying.ts";
import type { Sent } from "@window/client/call.ts";
import { clientOf, sooner } from "./client.ts";
import { walkDesk } from "./example-desk.ts";
import { pdf } from "./paper.ts";
import { onCallList, toldOnce } from "./telling.ts";
import type { TestedWindow } from "./tested-window.ts";

const Json = z.json();
type Json = z.infer<typeof Json>;

/** Sends the example of an operation with what only this window knows (who asks, ids), and returns what came. */
type Ask = (id: OperationId, here?: Sent) => Promise<Json>;

/** A text in an answer, by its path. */
const at = (answer: Json, ...path: readonly (string | number)[]): string => {
  let value: unknown = answer;
  for (const step of path) {
    assert.ok(typeof value === "object" && value !== null, path.join("."));
    value = new Map<string | number, unknown>(
      Array.isArray(value) ? value.entries() : Object.entries(value),
    ).get(step);
  }
  return z.string().parse(value);
};

const openDoors = async (ask: Ask): Promise<void> => {
  for (const id of [
    "listItems",
    "readItem",
    "listBundles",
    "listRules",
    "listWindows",
    "listKeys",
    "listRootKeys",
    "listPeriods",
    "readOpenApi",
    "readHealth",
  ] as const)
    await ask(id);
};

const aDraft = async (ask: Ask, window: TestedWindow): Promise<ApplicationId> => {
  const visitor = await visitorOf(window);
  const { token } = visitor;
  const application = ApplicationId.parse(at(await ask("draftApplication", { token }), "application"));
  const params = { application };
  await ask("reviseApplication", { token, params, headers: { "if-match": '"1"' } });
  const announced = await ask("announceDocument", { token, params });
  const document = at(announced, "document", "document");
  const { upload } = operations.announceDocument.answers[201].parse(announced);
  assert.ok((await postForm(upload, pdf("labour contract"))) < 300);
  await sooner("the inspection", async () => {
    const read = { token, params: { application, document } };
    return at(await ask("readDocument", read), "state") === "awaited" ? undefined : true;
  });
  const clerk = await window.tokenFor("wang-fang");
  await ask("confirmOriginal", { token: clerk, params: { application, document } });
  const earlier = await drafted(visitor);
  const lease = await handIn(visitor, earlier, "lease-contract");
  const from = { application: earlier, document: lease.document };
  await ask("reuseDocument", { token, params, body: { material: "lease-contract", from } });
  await handIn(visitor, application, "lease-contract");
  const spare = await ask("announceDocument", { token, params });
  await ask("removeDocument", {
    token,
    params: { application, document: at(spare, "document", "document") },
  });
  return application;
};

const aCase = async (ask: Ask, window: TestedWindow, application: string): Promise<CaseId> => {
  const token = await window.tokenFor("maria-santos");
  const submitted = await ask("submitApplication", { token, params: { application } });
  const [opened] = operations.submitApplication.answers[200].parse(submitted).cases;
  assert.ok(opened);
  const subject = opened.case;
  await askedOf(window.talent, subject);
  await ask("readProgress", { body: { number: opened.number, queryCode: opened.queryCode } });
  await ask("readCase", { token, params: { case: subject } });
  await sooner("the lists", async () => {
    const both = [await ask("listCases", { token }), await ask("listApplications", { token })];
    return both.every((list) => JSON.stringify(list).includes(subject)) ? true : undefined;
  });
  await ask("readApplication", { token, params: { application } });
  return subject;
};

const anAnswer = async (ask: Ask, window: TestedWindow, subject: CaseId): Promise<void> => {
  const token = await window.tokenFor("talent-office");
  const { event } = await askedOf(window.talent, subject);
  await sooner("the worklist", async () =>
    JSON.stringify(await ask("listReferrals", { token })).includes(subject) ? true : undefined,
  );
  const params = { handle: event.data.handle };
  const read = operations.readReferral.answers[200].parse(await ask("readReferral", { token, params }));
  const document = read.documents[0]?.document ?? assert.fail();
  await ask("readReferredDocument", { token, params: { ...params, document } });
  await sooner("the openings", async () => {
    const mine = { token: await window.tokenFor("maria-santos"), params: { case: subject } };
    return JSON.stringify(await ask("listOpenings", mine)).includes("answers") ? true : undefined;
  });
  const { body } = exampleOf("answerReferral").request;
  const said = { ...z.record(z.string(), Json).parse(body), subject: event.subject };
  const headers = await signCallback({
    secret: window.talent.receivingSecret,
    id: `answer-${event.subject}`,
    body: JSON.stringify(said),
  });
  await ask("answerReferral", { params, headers: { ...headers }, body: said });
};

const aResult = async (ask: Ask, window: TestedWindow, subject: CaseId): Promise<void> => {
  const visitor = await visitorOf(window);
  await answeredBy(window.housing, subject, AGREED);
  const { result } = await caseOnce(visitor, subject, ({ result: issued }) => issued !== null);
  const params = { result: result ?? assert.fail() };
  const own = await ask("readResult", { token: visitor.token, params });
  await ask("verifyResult", { body: { certificate: at(own, "certificate") } });
  await ask("revokeResult", { token: await window.tokenFor("chen-wei"), params });
  await sooner("the revocation list", async () =>
    JSON.stringify(await ask("listRevocations")).includes(params.result) ? true : undefined,
  );
};

/** What may be taken home and checked there, once the hours of the case are rooted. */
const itsChain = async (ask: Ask, window: TestedWindow, subject: CaseId): Promise<void> => {
  const token = await window.tokenFor("maria-santos");
  const ofCase = { token, params: { case: subject } };
  const { asOf } = ChainFile.parse(await ask("readCaseChain", ofCase));
  await window.moveClock(later(asOf, 3 * HOUR), "roots");
  const { application } = operations.readCase.answers[200].parse(await ask("readCase", ofCase));
  await ask("readApplicationChain", { token, params: { application } });
  const { roots } = ChainFile.parse(await ask("readCaseChain", ofCase));
  await ask("readRoot", { params: { hour: roots[0]?.hour ?? assert.fail() } });
};

const aNotice = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { case: subject, number } = await applied(visitor, { ...answers, mobile: "+8613800138000" });
  const { requestId: notice } = await sooner("the text message", async () =>
    window.messengers.texts.find(({ templateParam }) => templateParam.number === number),
  );
  await toldOnce(visitor, subject, (rows) => rows[0]?.phase === "sent");
  await ask("listNotices", { token: visitor.token, params: { case: subject } });
  const body = { notice, outcome: "failed", cause: "UNDELIV" };
  const [secret = ""] = window.messengers.sms.reporting;
  const headers = await signCallback({ secret, id: `report-${notice}`, body: JSON.stringify(body) });
  await ask("reportDelivery", { headers: { ...headers, "content-type": "application/json" }, body });
  const clerk = await visitorOf(window, "wang-fang");
  const { call } = await onCallList(clerk, subject);
  await ask("listCalls", { token: clerk.token });
  await ask("readCall", { token: clerk.token, params: { call } });
  await ask("noteCall", { token: clerk.token, params: { call } });
};

const takenBack = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const token = await window.tokenFor("li-jing");
  const begun = async () => at(await ask("draftApplication", { token }), "application");
  await ask("withdrawApplication", { token, params: { application: await begun() } });
  await ask("eraseApplication", { token, params: { application: await begun() } });
};

/** Two items in one application, of which one is taken back. */
const aBundle = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const { client, token } = visitor;
  const application = ApplicationId.parse(at(await ask("draftBundle", { token }), "application"));
  const own = { params: { application }, token };
  const { missing } = await client.ask(operations.readApplication, own);
  for (const { material } of missing) await handIn(visitor, application, material);
  const { cases } = await client.ask(operations.submitApplication, own);
  const taken = cases.at(-1)?.case ?? assert.fail();
  await ask("withdrawCase", { token, params: { application, case: taken } });
};

const aStuckCase = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  await window.breakRounds();
  const { case: subject, ...submitted } = await applied(visitor);
  const { receivedAt } = await caseOnce(visitor, subject, ({ phase }) => phase === "running");
  for (const minutes of [5, 10, 15]) await window.moveClock(later(fromIso(receivedAt), minutes * MINUTE));
  const token = await window.tokenFor("zhou-ming");
  await sooner("the list of stuck cases", async () =>
    JSON.stringify(await ask("listStuckCases", { token })).includes(subject) ? true : undefined,
  );
  await window.mendRounds();
  await ask("resumeCase", { token, params: { case: subject } });
  await granted(window, visitor, { case: subject, ...submitted });
};

const anEdition = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const token = await window.tokenFor("zhou-ming");
  const acts = ["listEntries", "listEditions", "readEdition", "draftEdition", "publishEdition"] as const;
  for (const id of [...acts, "withdrawEdition"] as const) await ask(id, { token });
};

const aHold = async (ask: Ask, window: TestedWindow, subject: CaseId): Promise<void> => {
  const token = await window.tokenFor("chen-wei");
  for (const id of ["holdCase", "releaseCase"] as const) await ask(id, { token, params: { case: subject } });
};

/** The last of all, because it lets three months pass. */
const itsRetention = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const token = await window.tokenFor("zhou-ming");
  const { records } = operations.readDue.answers[200].parse(await ask("readDue", { token }));
  const [{ from } = assert.fail("nothing is ever due")] = records;
  await window.moveClock(later(fromIso(from), 94 * 24 * HOUR), "retention");
  await sooner("the report", async () =>
    JSON.stringify(await ask("listReports", { token })).includes("draft") ? true : undefined,
  );
};

/** Sends the example of every operation to a live window, in an order in which each finds what it needs. */
export const walkExamples = async (window: TestedWindow): Promise<ReadonlyMap<OperationId, Example>> => {
  const walked = new Map<OperationId, Example>();
  const client = clientOf(window.origin);
  const ask: Ask = async (id, here = {}) => {
    const operation: Operation = operations[id];
    const { headers, ...sent } = { ...exampleOf(id).request, ...here };
    const response = await client.send(operation, headers === undefined ? sent : { ...sent, headers });
    const text = await response.text();
    const body = text === "" ? null : Json.parse(JSON.parse(text));
    assert.ok(response.status in operation.answers, `${id}: ${response.status} ${text}`);
    const { token: _, ...kept } = sent;
    const own = operation.headers === undefined || headers === undefined ? kept : { ...kept, headers };
    walked.set(id, Example.parse({ request: own, answer: { status: response.status, body } }));
    return body;
  };
  await openDoors(ask);
  const subject = await aCase(ask, window, await aDraft(ask, window));
  await anAnswer(ask, window, subject);
  await aResult(ask, window, subject);
  await itsChain(ask, window, subject);
  await aNotice(ask, window);
  await takenBack(ask, window);
  await aBundle(ask, window);
  await walkDesk(ask, window);
  await aStuckCase(ask, window);
  await anEdition(ask, window);
  await aHold(ask, window, subject);
  await itsRetention(ask, window);
  return walked;
};
