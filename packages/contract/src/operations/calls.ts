import * as z from "zod";
import { operation } from "../operation.ts";
import { Call, CallLine, CallNote, CallNoted } from "../wire/notice.ts";
import { page, PageQuery } from "../wire/page.ts";

const ofCall = z.strictObject({ call: z.string().max(100) });

export const listCalls = operation({
  method: "get",
  path: "/calls",
  summary: {
    zh: "列出本窗口须电话告知的人：无联系方式，或各种方式均未送达",
    en: "List whom your window has to call: there was no contact, or nothing arrived on any way",
  },
  access: "clerk",
  keyed: false,
  query: PageQuery,
  answers: { 200: page(CallLine) },
  problems: [],
});

export const readCall = operation({
  method: "get",
  path: "/calls/{call}",
  summary: {
    zh: "读取一条电话告知：姓名、联系方式和告知内容",
    en: "Read one of them: name, contacts, and what is to be said",
  },
  access: "clerk",
  keyed: false,
  opens: "call",
  params: ofCall,
  answers: { 200: Call },
  problems: ["no-such-notice", "not-on-the-list"],
});

export const noteCall = operation({
  method: "post",
  path: "/calls/{call}/outcome",
  summary: {
    zh: "登记电话告知结果；未接通的留在名单中",
    en: "Note what came of a call; who was not reached stays on the list",
  },
  access: "clerk",
  keyed: true,
  params: ofCall,
  body: CallNote,
  answers: { 200: CallNoted },
  problems: ["no-such-notice", "not-on-the-list"],
});
