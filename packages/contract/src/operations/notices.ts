import { operation } from "../operation.ts";
import { DeliveryReport, NoticeLine } from "../wire/notice.ts";
import { page, PageQuery } from "../wire/page.ts";
import { ofCase } from "./cases.ts";

export const listNotices = operation({
  method: "get",
  path: "/cases/{case}/notices",
  summary: {
    zh: "列出自己办件的通知：何时、以何种方式、发往何处、是否送达",
    en: "List what you were told in your case: when, by what way, to where, and whether it arrived",
  },
  access: "owner",
  keyed: false,
  params: ofCase,
  query: PageQuery,
  answers: { 200: page(NoticeLine) },
  problems: ["no-such-case"],
});

export const reportDelivery = operation({
  method: "post",
  path: "/notices/reports",
  summary: {
    zh: "短信网关回传送达结果（Standard Webhooks 签名）",
    en: "A text-message gateway reports whether a message arrived (signed as Standard Webhooks)",
  },
  access: "signed",
  // The message's webhook-id is its key.
  keyed: false,
  body: DeliveryReport,
  answers: { 204: null },
  problems: [
    "no-such-notice",
    "missing-header",
    "bad-timestamp",
    "too-old",
    "too-new",
    "bad-signature",
    "key-reused",
  ],
});
