import * as z from "zod";
import { operation } from "../operation.ts";
import { fromTo, page, PageQuery } from "../wire/page.ts";
import { Result, Revocation, RevocationReason, Verification } from "../wire/result.ts";

const ofResult = z.strictObject({ result: z.string().max(100) });

export const readResult = operation({
  method: "get",
  path: "/results/{result}",
  summary: { zh: "读取自己的办理结果和证照", en: "Read your result and its certificate" },
  access: "owner",
  keyed: false,
  params: ofResult,
  answers: { 200: Result },
  problems: ["no-result"],
});

export const verifyResult = operation({
  method: "post",
  path: "/results/verify",
  summary: { zh: "核验证照", en: "Verify a certificate" },
  access: "anyone",
  keyed: false,
  body: z.strictObject({ certificate: z.string().min(1).max(4096) }),
  answers: { 200: Verification },
  problems: [],
});

export const listRevocations = operation({
  method: "get",
  path: "/results/revocations",
  summary: { zh: "列出已撤销的结果", en: "List the results that were revoked" },
  access: "anyone",
  keyed: false,
  // The days of the revocations: whoever keeps a copy asks for what came since.
  query: PageQuery.extend(fromTo),
  answers: { 200: page(Revocation) },
  problems: [],
});

export const revokeResult = operation({
  method: "post",
  path: "/results/{result}/revocation",
  summary: { zh: "主管部门撤销一个结果", en: "A supervisor revokes a result" },
  access: "supervisor",
  keyed: true,
  params: ofResult,
  body: z.strictObject({ reason: RevocationReason }),
  answers: { 200: Revocation },
  problems: ["no-result"],
});
