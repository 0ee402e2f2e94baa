import { HoldGround } from "@window/domain/application/event.ts";
import { CaseId } from "@window/domain/id.ts";
import * as z from "zod";
import { operation } from "../operation.ts";
import { ofCase } from "./cases.ts";

/** Whether a case is kept beyond its period, and why. */
const Held = z.object({ case: CaseId, ground: HoldGround.nullable() });

export const holdCase = operation({
  method: "put",
  path: "/cases/{case}/hold",
  summary: {
    zh: "主管部门因复议、诉讼、投诉或检查暂缓删除一个办件",
    en: "A supervisor keeps a case from being erased while there is a reconsideration, a lawsuit, a complaint or an inspection",
  },
  access: "supervisor",
  keyed: true,
  params: ofCase,
  body: z.strictObject({ ground: HoldGround }),
  answers: { 200: Held },
  problems: ["no-such-case"],
});

export const releaseCase = operation({
  method: "delete",
  path: "/cases/{case}/hold",
  summary: {
    zh: "主管部门解除暂缓；保存期限自此重新起算",
    en: "A supervisor ends the hold; the retention of the case counts anew from then",
  },
  access: "supervisor",
  keyed: true,
  params: ofCase,
  answers: { 200: Held },
  problems: ["no-such-case"],
});
