import { ItemId } from "@window/domain/item/item-id.ts";
import { operation } from "../operation.ts";
import { ofCase } from "./cases.ts";
import { Assessment, Awaited, DeskCase, DeskLine, Handled, KindChange } from "../wire/desk.ts";
import { dueBy, page, PageQuery } from "../wire/page.ts";

export const listDesk = operation({
  method: "get",
  path: "/desk",
  summary: {
    zh: "列出等待本窗口或本单位办理的办件",
    en: "List the cases that wait for your window, or for the employer you handle",
  },
  access: "officer",
  keyed: false,
  query: PageQuery.extend({ for: Awaited.optional(), item: ItemId.optional(), ...dueBy }),
  answers: { 200: page(DeskLine) },
  problems: [],
});

export const readDeskCase = operation({
  method: "get",
  path: "/desk/{case}",
  summary: {
    zh: "读取一个办件，供窗口或有权单位办理；每次查阅先记录，申请人可见",
    en: "Read a case to handle it, at its window or as the employer that decides; recorded first, and shown to the applicant",
  },
  access: "officer",
  keyed: false,
  opens: "handle",
  params: ofCase,
  answers: { 200: DeskCase },
  problems: ["no-such-case"],
});

export const assessCase = operation({
  method: "post",
  path: "/cases/{case}/assessment",
  summary: {
    zh: "授权事项：核验后当场办理；不能核验的，转为签署承诺书",
    en: "Decide a delegated case on the spot, or ask for commitments where it cannot be verified",
  },
  access: "officer",
  keyed: true,
  params: ofCase,
  body: Assessment,
  answers: { 200: Handled },
  problems: [
    "no-such-case",
    "own-case",
    "nothing-to-decide",
    "no-commitment",
    "unknown-reason",
    "reasons-missing",
  ],
});

export const signCommitment = operation({
  method: "post",
  path: "/cases/{case}/commitment",
  summary: {
    zh: "申请人或用人单位签署承诺书；全部签署后当场办结",
    en: "Sign the commitment, as applicant or for the employer; with the last signature the case is decided",
  },
  access: "applicant",
  keyed: true,
  params: ofCase,
  answers: { 200: Handled },
  problems: ["no-such-case", "nothing-to-sign"],
});

export const recordAttendance = operation({
  method: "post",
  path: "/cases/{case}/attendance",
  summary: {
    zh: "窗口登记申请人已到场；须本人到场的办件自此受理",
    en: "A clerk notes that the applicant has come; a case in person is accepted from then on",
  },
  access: "clerk",
  keyed: true,
  params: ofCase,
  answers: { 200: Handled },
  problems: ["no-such-case"],
});

export const changeKind = operation({
  method: "post",
  path: "/cases/{case}/kind",
  summary: {
    zh: "说明理由后改变办件的办理方式；部门答复之前可以改变",
    en: "Let a case go another way, with a reason; possible until somebody has answered",
  },
  access: "staff",
  keyed: true,
  params: ofCase,
  body: KindChange,
  answers: { 200: Handled },
  problems: ["no-such-case", "own-case", "no-such-way", "no-power", "kind-settled"],
});
