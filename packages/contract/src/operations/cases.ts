import * as z from "zod";
import { operation } from "../operation.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { Case, CaseLine, CasePhase, Progress, StuckCase } from "../wire/case.ts";
import { fromTo, page, PageQuery } from "../wire/page.ts";

/** Ids come as they are: one that cannot exist is answered like one that does not. */
export const ofCase = z.strictObject({ case: z.string().max(100) });

export const listCases = operation({
  method: "get",
  path: "/cases",
  summary: {
    zh: "列出自己已开始办理的办件；等待前一事项的见其申请",
    en: "List your own cases that have begun; one that waits for another stands in its application",
  },
  access: "applicant",
  keyed: false,
  // The days of receipt 收件.
  query: PageQuery.extend({ phase: CasePhase.optional(), item: ItemId.optional(), ...fromTo }),
  answers: { 200: page(CaseLine) },
  problems: [],
});

export const readCase = operation({
  method: "get",
  path: "/cases/{case}",
  summary: {
    zh: "读取自己一个办件的进度",
    en: "Read the progress of one of your cases",
  },
  access: "owner",
  keyed: false,
  params: ofCase,
  answers: { 200: Case },
  problems: ["no-such-case"],
});

export const listStuckCases = operation({
  method: "get",
  path: "/cases/stuck",
  summary: {
    zh: "列出卡住的办件：开启一轮转办屡次失败，等待运维人员",
    en: "List the cases that are stuck: opening a round failed again and again, and an operator is waited for",
  },
  access: "operator",
  keyed: false,
  // The days on which they got stuck.
  query: PageQuery.extend({ item: ItemId.optional(), window: WindowId.optional(), ...fromTo }),
  answers: { 200: page(StuckCase) },
  problems: [],
});

export const resumeCase = operation({
  method: "post",
  path: "/cases/{case}/resumption",
  summary: {
    zh: "排除故障后让卡住的办件继续办理",
    en: "Let a stuck case go on after what kept it was mended",
  },
  access: "operator",
  keyed: true,
  params: ofCase,
  // Kept sealed with the case: why it was stuck, or what was mended.
  body: z.strictObject({ reason: z.string().min(1).max(500) }),
  answers: { 200: StuckCase },
  problems: ["no-such-case", "not-stuck", "already-resumed"],
});

export const readProgress = operation({
  method: "post",
  path: "/progress",
  summary: {
    zh: "凭办件编号和查询码查询进度，无需登录",
    en: "Read the progress by case number and query code, without login",
  },
  access: "anyone",
  // A question, asked by POST so that the code stands in no address and no log.
  keyed: false,
  body: z.strictObject({ number: z.string().max(40), queryCode: z.string().max(40) }),
  answers: { 200: Progress },
  problems: ["no-such-case"],
});
