import { sampleAnswers } from "@window/catalogue/sample/answers.ts";
import { answerReferral } from "@window/domain/act/answer-referral.ts";
import { expectDocument } from "@window/domain/act/change-application.ts";
import { draftApplication } from "@window/domain/act/draft-application.ts";
import { submitApplication } from "@window/domain/act/submit-application.ts";
import { application } from "@window/domain/application/decide.ts";
import type { Request } from "@window/domain/commit.ts";
import { Hash } from "@window/domain/declared.ts";
import { ActorId } from "@window/domain/id.ts";
import type { ApplicationId } from "@window/domain/id.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { MaterialId } from "@window/domain/item/material.ts";
import { always, perform } from "@window/domain/perform.ts";
import { WindowId } from "@window/domain/place/window.ts";
import assert from "node:assert/strict";
import type { Life, Surroundings } from "./town.ts";

const applicant = ActorId.parse("usr_wang");
type Deps = Life["deps"];

const asks = (deps: Deps, key: string, actor = applicant): Request => ({ actor, key, body: deps.keyed(key) });

export const idOf = (deps: Deps): ApplicationId => deps.ids.application(applicant, "draft");

/** 示例: how the applicant is reached. */
export const contact = { mobile: "+8613800138000", email: "li.ming@example.com", language: "zh" };

const draft = async (deps: Deps) => {
  const answers = { ...sampleAnswers["item_rent-subsidy"], ...contact };
  const input = { item: ItemId.parse("item_rent-subsidy"), window: WindowId.parse("win_haikou"), answers };
  assert.equal((await draftApplication(deps, input, asks(deps, "draft"))).kind, "done");
};

const paper = (material: string) => async (deps: Deps) => {
  const expected = {
    application: idOf(deps),
    material: MaterialId.parse(material),
    mediaType: "application/pdf",
  };
  const { document, kind } = await expectDocument(deps, expected, asks(deps, material));
  assert.equal(kind, "done");
  const sha256 = Hash.parse("a".repeat(64));
  const command = {
    type: "record-inspection",
    document,
    version: "1",
    verdict: "clean",
    sha256,
    size: 9,
  } as const;
  const request = asks(deps, `inspect.${material}`, ActorId.parse("sys_inspector"));
  await perform(deps, application, idOf(deps), always(command), request);
};

const submit = async (deps: Deps) => {
  assert.equal((await submitApplication(deps, idOf(deps), asks(deps, "submit"))).kind, "done");
};

/** The department answers what it was told last; it learnt of it by message alone. */
const answer = (department: string) => async (deps: Deps, around: Surroundings) => {
  const message = around.heard.findLast(({ step }) => step.startsWith(department));
  assert.ok(message, `${department} has been asked`);
  const handle = deps.ids.readHandle(message.handle);
  assert.ok(handle);
  const request = asks(deps, `answer.${department}`, ActorId.parse(handle.department));
  const given = await answerReferral(
    deps,
    handle,
    { outcome: "agree", reasons: [], opinion: "符合" },
    request,
  );
  assert.equal(given.kind, "recorded");
};

/** Years later: what was kept has been kept long enough. */
export const erase = async (deps: Deps): Promise<void> => {
  const request = asks(deps, "erase", ActorId.parse("sys_retention"));
  const command = { type: "erase", because: "retention-over" } as const;
  assert.equal((await perform(deps, application, idOf(deps), always(command), request)).kind, "done");
};

/** What people do, from the first draft to the last answer. Each step bears being done again. */
export const errand: readonly ((deps: Deps, around: Surroundings) => Promise<void>)[] = [
  draft,
  paper("labour-contract"),
  paper("lease-contract"),
  submit,
  answer("talent"),
  answer("housing"),
];
