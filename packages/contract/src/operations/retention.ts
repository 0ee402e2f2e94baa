import { Period } from "@window/domain/retention/period.ts";
import * as z from "zod";
import { operation } from "../operation.ts";
import { page, PageQuery } from "../wire/page.ts";
import { RetentionDue, RetentionReport } from "../wire/retention.ts";

export const listPeriods = operation({
  method: "get",
  path: "/retention/periods",
  summary: {
    zh: "列出各类记录的保存期限及其依据；没有依据的数值标为示例",
    en: "List how long records of each kind are kept, and by which source; without one it is an example",
  },
  access: "anyone",
  keyed: false,
  answers: { 200: z.object({ periods: z.array(Period) }) },
  problems: [],
});

export const listReports = operation({
  method: "get",
  path: "/retention/reports",
  summary: {
    zh: "列出到期删除的报告：各类记录删除和暂缓的件数",
    en: "List the reports of the retention runs: how many records of each kind went, and how many were held",
  },
  access: "operator",
  keyed: false,
  query: PageQuery,
  answers: { 200: page(RetentionReport) },
  problems: [],
});

export const readDue = operation({
  method: "get",
  path: "/retention/due",
  summary: {
    zh: "试算：下一次到期删除将删除多少记录；不作任何改动",
    en: "A dry run: how many records the next retention run would erase; nothing is changed",
  },
  access: "operator",
  keyed: false,
  answers: { 200: z.object({ records: z.array(RetentionDue) }) },
  problems: [],
});
