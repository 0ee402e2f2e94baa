import * as z from "zod";
import { ItemId } from "@window/domain/item/item-id.ts";
import { StepId } from "@window/domain/item/step.ts";
import { operation } from "../operation.ts";
import { ReferralCallback } from "../referral-events.ts";
import { dueBy, page, PageQuery } from "../wire/page.ts";
import { Receipt, Referral, ReferralLine, ReferredDocument, WorklistAnswer } from "../wire/referral.ts";

const ofHandle = z.strictObject({ handle: z.string().max(512) });

export const listReferrals = operation({
  method: "get",
  path: "/referrals",
  summary: {
    zh: "列出转给本部门且尚未答复的转办",
    en: "List what your department has been asked and has not answered",
  },
  access: "department",
  keyed: false,
  query: PageQuery.extend({ step: StepId.optional(), item: ItemId.optional(), ...dueBy }),
  answers: { 200: page(ReferralLine) },
  problems: [],
});

export const readReferral = operation({
  method: "get",
  path: "/referrals/{handle}",
  summary: {
    zh: "读取一个转办：问题、申请内容和材料；每次查阅先记录，申请人可见",
    en: "Read one referral: the question, what was applied for, and the documents; recorded first, and shown to the applicant",
  },
  access: "department",
  keyed: false,
  opens: "answer",
  params: ofHandle,
  answers: { 200: Referral },
  problems: ["no-such-referral"],
});

export const readReferredDocument = operation({
  method: "get",
  path: "/referrals/{handle}/documents/{document}",
  summary: {
    zh: "读取转办所需的一份材料；答复之后不再提供",
    en: "Read one of the documents a referral needs; not any more once it is answered",
  },
  access: "department",
  opens: "answer",
  keyed: false,
  params: ofHandle.extend({ document: z.string().max(100) }),
  answers: { 200: ReferredDocument },
  problems: ["no-such-referral", "no-such-document"],
});

export const answerInWorklist = operation({
  method: "post",
  path: "/referrals/{handle}/answer",
  summary: {
    zh: "没有自建系统的部门在待办中作出最终意见（网络终端审批）",
    en: "A department without a system gives its final answer in the worklist",
  },
  access: "department",
  keyed: true,
  params: ofHandle,
  body: WorklistAnswer,
  answers: { 200: Receipt },
  problems: ["no-such-referral", "unknown-reason", "reasons-missing", "already-answered"],
});

export const answerReferral = operation({
  method: "post",
  path: "/referrals/{handle}/callback",
  summary: {
    zh: "部门回传签收或最终意见（Standard Webhooks 签名）",
    en: "A department acknowledges or gives its final answer (signed as Standard Webhooks)",
  },
  access: "signed",
  // The message's webhook-id is its key.
  keyed: false,
  params: ofHandle,
  body: ReferralCallback,
  bodyTypes: ["application/cloudevents+json", "application/json"],
  answers: { 200: Receipt },
  problems: [
    "no-such-referral",
    "missing-header",
    "bad-timestamp",
    "too-old",
    "too-new",
    "bad-signature",
    "unknown-reason",
    "reasons-missing",
    "already-answered",
    "key-reused",
  ],
});
