import * as z from "zod";
import { operation } from "../operation.ts";
import { Case, CaseLine, Progress } from "../wire/case.ts";
import { page, PageQuery } from "../wire/page.ts";

export const listCases = operation({
  method: "get",
  path: "/cases",
  summary: { zh: "列出自己的办件", en: "List your own cases" },
  access: "applicant",
  keyed: false,
  query: PageQuery,
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
  params: z.strictObject({ case: z.string().max(100) }),
  answers: { 200: Case },
  problems: ["no-such-case"],
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
