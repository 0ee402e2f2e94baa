import * as z from "zod";
import { operation } from "../operation.ts";
import { Clock } from "../wire/clock.ts";
import { ofCase } from "./cases.ts";

export const readClock = operation({
  method: "get",
  path: "/cases/{case}/clock",
  summary: {
    zh: "逐日说明自己一个办件的计时：是否计入、依据、时间在谁手中",
    en: "Explain the clock of one of your cases day by day: counted or not, why, and whose time it was",
  },
  access: "owner",
  keyed: false,
  params: ofCase,
  answers: { 200: Clock },
  problems: ["no-such-case"],
});

export const readDeskClock = operation({
  method: "get",
  path: "/desk/{case}/clock",
  summary: {
    zh: "窗口或有权单位查看办件逐日计时；每次查阅先记录，申请人可见",
    en: "Explain the clock of a case to those who handle it; recorded first, and shown to the applicant",
  },
  access: "officer",
  keyed: false,
  opens: "handle",
  params: ofCase,
  answers: { 200: Clock },
  problems: ["no-such-case"],
});

export const readClockByNumber = operation({
  method: "post",
  path: "/progress/clock",
  summary: {
    zh: "凭办件编号和查询码查看逐日计时，无需登录",
    en: "Explain the clock of a case by number and query code, without login",
  },
  access: "anyone",
  // A question, asked by POST so that the code stands in no address and no log.
  keyed: false,
  body: z.strictObject({ number: z.string().max(40), queryCode: z.string().max(40) }),
  answers: { 200: Clock },
  problems: ["no-such-case"],
});
