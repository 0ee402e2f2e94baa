import {
  draftApplication,
  readApplication,
  reviseApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import { readApplicationChain } from "@window/contract/operations/chains.ts";
import { sampleAnswers } from "@window/catalogue/sample/answers.ts";
import assert from "node:assert/strict";
import { residentNumber } from "../kit/resident-number.ts";
import { answers, draftBody, type Given, visitorOf } from "./applying.ts";
import { draftOf, preparedFor } from "./handling.ts";
import type { TestedWindow } from "./tested-window.ts";

const { "guardian-consent": _, ...withoutConsent } = sampleAnswers["item_child-schooling"];
const schooling = (given: Given) => ({ item: "item_child-schooling", window: "win_sanya", answers: given });

/** Facts about a child are kept once a guardian has consented, and that they did stands in the log of the submission. */
export const guardianConsents = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const { client, token } = visitor;
  for (const given of [withoutConsent, { ...withoutConsent, "guardian-consent": "not-given" }]) {
    const refused = await client.refusal(draftApplication, { token, body: schooling(given) });
    assert.deepEqual([refused.status, refused.code], [422, "guardian-consent-missing"]);
    assert.deepEqual(
      refused.faults.map(({ field, code }) => [field, code]),
      [["answers.guardian-consent", "guardian-consent"]],
    );
    assert.match(refused.cause.zh, /第三十一条/);
  }
  const { "child-born-on": born, ...ageless } = withoutConsent;
  const early = await client.refusal(draftApplication, { token, body: schooling(ageless) });
  assert.equal(early.code, "guardian-consent-missing", "an age that is not told yet may be a child's");
  const { "child-name": _name, stage: _stage, "home-address": _address, ...nobody } = ageless;
  const { application } = await client.ask(draftApplication, { token, body: schooling(nobody) });
  const revise = (given: Given) => ({
    token,
    params: { application },
    headers: { "if-match": '"1"' },
    body: { answers: given },
  });
  const again = await client.refusal(reviseApplication, revise({ ...nobody, "child-born-on": born }));
  assert.equal(again.code, "guardian-consent-missing");
  await client.ask(reviseApplication, revise({ ...ageless, "child-born-on": "2010-01-01" }));

  const own = await preparedFor(visitor, draftOf("item_child-schooling", {}, "win_sanya"));
  await client.ask(submitApplication, { token, params: { application: own } });
  const read = await client.ask(readApplication, { token, params: { application: own } });
  assert.equal(new Map(Object.entries(read.answers ?? {})).get("guardian-consent"), "given");
  const chain = await client.ask(readApplicationChain, { token, params: { application: own } });
  assert.match(JSON.stringify(chain), /"consents":\["guardian-consent"\]/);
};

/** A child does not apply alone, whatever the form asks. */
export const noChildAlone = async (window: TestedWindow): Promise<void> => {
  const { client, token } = await visitorOf(window, "li-jing");
  const { passport: _passport, ...others } = answers;
  const child = { "id-type": "resident-id", "resident-id": residentNumber("46010520190307523") };
  const body = { ...draftBody, answers: { ...others, ...child } };
  const refused = await client.refusal(draftApplication, { token, body });
  assert.deepEqual(
    [refused.code, refused.faults[0]?.field],
    ["guardian-consent-missing", "answers.resident-id"],
  );
};
