import * as z from "zod";
import { operation } from "../operation.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import {
  Answers,
  Application,
  ApplicationLine,
  BundleDraft,
  Changed,
  Draft,
  Phase,
} from "../wire/application.ts";
import { fromTo, page, PageQuery } from "../wire/page.ts";

/** Ids come as they are: one that cannot exist is answered like one that does not. */
export const ofApplication = z.strictObject({ application: z.string().max(100) });

export const draftApplication = operation({
  method: "post",
  path: "/applications",
  summary: { zh: "开始一个申请（草稿）", en: "Begin an application (a draft)" },
  access: "applicant",
  keyed: true,
  body: Draft,
  answers: { 201: Changed },
  problems: [
    "no-such-item",
    "no-such-window",
    "external-item",
    "employer-only",
    "out-of-season",
    "answers-faulty",
    "guardian-consent-missing",
  ],
});

export const draftBundle = operation({
  method: "post",
  path: "/bundles/{bundle}/applications",
  summary: {
    zh: "为“一件事”中的多个事项开始一个申请：相同内容只填一次，每个事项成为一个办件",
    en: "Begin one application for several items of a bundle: what is the same is given once, each item becomes a case",
  },
  access: "applicant",
  keyed: true,
  params: z.strictObject({ bundle: z.string().max(60) }),
  body: BundleDraft,
  answers: { 201: Changed },
  problems: [
    "no-such-bundle",
    "no-such-item",
    "no-such-window",
    "external-item",
    "employer-only",
    "out-of-season",
    "answers-faulty",
    "guardian-consent-missing",
  ],
});

export const listApplications = operation({
  method: "get",
  path: "/applications",
  summary: { zh: "列出自己的申请", en: "List your own applications" },
  access: "applicant",
  keyed: false,
  // The days of the draft.
  query: PageQuery.extend({ phase: Phase.optional(), item: ItemId.optional(), ...fromTo }),
  answers: { 200: page(ApplicationLine) },
  problems: [],
});

export const readApplication = operation({
  method: "get",
  path: "/applications/{application}",
  summary: { zh: "读取自己的一个申请", en: "Read one of your applications" },
  access: "owner",
  keyed: false,
  params: ofApplication,
  answers: { 200: Application },
  problems: ["no-such-application"],
});

export const reviseApplication = operation({
  method: "put",
  path: "/applications/{application}/answers",
  summary: { zh: "修改草稿的填写内容", en: "Replace the answers of a draft" },
  access: "owner",
  keyed: true,
  params: ofApplication,
  headers: z.object({ "if-match": z.string().regex(/^"[1-9]\d{0,9}"$/) }),
  body: Answers,
  answers: { 200: Changed },
  problems: [
    "no-such-application",
    "answers-faulty",
    "guardian-consent-missing",
    "not-a-draft",
    "changed-meanwhile",
    "basis-missing",
  ],
});

export const submitApplication = operation({
  method: "post",
  path: "/applications/{application}/submission",
  summary: { zh: "提交申请", en: "Submit an application" },
  access: "owner",
  keyed: true,
  params: ofApplication,
  answers: { 200: Application },
  problems: [
    "no-such-application",
    "answers-faulty",
    "guardian-consent-missing",
    "nobody-competent",
    "employer-only",
    "precedent-missing",
    "out-of-season",
    "materials-missing",
    "documents-not-ready",
    "already-submitted",
    "withdrawn",
  ],
});

export const withdrawApplication = operation({
  method: "post",
  path: "/applications/{application}/withdrawal",
  summary: {
    zh: "撤回申请；决定作出之前随时可以撤回",
    en: "Withdraw an application; free until the decision",
  },
  access: "owner",
  keyed: true,
  params: ofApplication,
  answers: { 200: Changed },
  problems: ["no-such-application", "already-decided"],
});

export const withdrawCase = operation({
  method: "post",
  path: "/applications/{application}/cases/{case}/withdrawal",
  summary: {
    zh: "撤回一个申请中的一个办件，其他办件继续办理",
    en: "Withdraw one case of an application; the others go on",
  },
  access: "owner",
  keyed: true,
  params: ofApplication.extend({ case: z.string().max(100) }),
  answers: { 200: Changed },
  problems: ["no-such-application", "no-such-case", "already-decided"],
});

export const eraseApplication = operation({
  method: "delete",
  path: "/applications/{application}",
  summary: {
    zh: "删除从未成为办件的申请及其个人信息",
    en: "Erase an application that never became a case, with everything personal",
  },
  access: "owner",
  keyed: true,
  params: ofApplication,
  answers: { 204: null },
  problems: ["no-such-application", "still-running", "retained"],
});
