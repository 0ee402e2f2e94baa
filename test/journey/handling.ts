import { draftApplication, submitApplication } from "@window/contract/operations/applications.ts";
import { listDesk } from "@window/contract/operations/desk.ts";
import { readItem } from "@window/contract/operations/items.ts";
import { answerInWorklist, listReferrals } from "@window/contract/operations/referrals.ts";
import { sampleAnswers } from "@window/catalogue/sample/answers.ts";
import type { CaseId } from "@window/domain/id.ts";
import assert from "node:assert/strict";
import { handIn, type Submitted, type Visitor, visitorOf } from "./applying.ts";
import { type SentTo, sooner } from "./client.ts";
import type { Person, TestedWindow } from "./tested-window.ts";

export type SampledItem = keyof typeof sampleAnswers;

/** The sample answers of an item, some of them changed. */
export const draftOf = (item: SampledItem, change: object = {}, window = "win_haikou") => ({
  item,
  window,
  answers: { ...sampleAnswers[item], ...change },
});

/** A draft of an item with every paper it cannot do without. */
export const preparedFor = async (visitor: Visitor, body: ReturnType<typeof draftOf>) => {
  const { client, token } = visitor;
  const { materials } = await client.ask(readItem, { params: { item: body.item } });
  const { application } = await client.ask(draftApplication, { token, body });
  for (const { id, required } of materials) if (required) await handIn(visitor, application, id);
  return application;
};

/** Applies for an item with its sample answers and papers. */
export const appliedFor = async (
  visitor: Visitor,
  item: SampledItem,
  change: object = {},
): Promise<Submitted> => {
  const { client, token } = visitor;
  const application = await preparedFor(visitor, draftOf(item, change));
  const submitted = await client.ask(submitApplication, { params: { application }, token });
  const [opened] = submitted.cases;
  assert.ok(opened);
  return { application, case: opened.case, number: opened.number, queryCode: opened.queryCode };
};

/** The line of a desk about a case, once it is there. */
export const onDesk = ({ client, token }: Visitor, subject: CaseId) =>
  sooner("the desk", async () => {
    const { rows } = await client.ask(listDesk, { token, query: { limit: "100" } });
    return rows.find((row) => row.case === subject);
  });

/** What a department finds about a case on its worklist. */
export const onWorklist = async (window: TestedWindow, department: Person, subject: CaseId) => {
  const { client, token } = await visitorOf(window, department);
  const { handle } = await sooner("the worklist", async () => {
    const { rows } = await client.ask(listReferrals, { token, query: { limit: "100" } });
    return rows.find((row) => row.case === subject);
  });
  return { client, token, handle };
};

/** The same, answered. */
export const answeredOnWorklist = async (
  window: TestedWindow,
  department: Person,
  subject: CaseId,
  body: SentTo<typeof answerInWorklist>["body"] = { outcome: "agree" },
) => {
  const { client, token, handle } = await onWorklist(window, department, subject);
  return { handle, receipt: await client.ask(answerInWorklist, { params: { handle }, token, body }) };
};
