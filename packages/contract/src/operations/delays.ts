import { ItemId } from "@window/domain/item/item-id.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { operation } from "../operation.ts";
import { DelayExplanation, Explained, LateCase } from "../wire/delay.ts";
import { fromTo, page, PageQuery } from "../wire/page.ts";
import { ofCase } from "./cases.ts";

export const explainDelay = operation({
  method: "post",
  path: "/cases/{case}/delay",
  summary: {
    zh: "主管窗口公开说明超期原因、责任单位和新的预计办结日期；已可决定的办件随之办结",
    en: "The competent window says why a case is late, whose delay it is and when it is expected; a held decision is taken",
  },
  access: "clerk",
  keyed: true,
  params: ofCase,
  body: DelayExplanation,
  answers: { 200: Explained },
  problems: [
    "no-such-case",
    "own-case",
    "explained-by-another",
    "no-delay-to-explain",
    "delay-reason-missing",
    "post-not-of-case",
    "expected-date-past",
  ],
});

export const listLateCases = operation({
  method: "get",
  path: "/cases/late",
  summary: {
    zh: "公开：超过时限的办件及其原因，不含个人信息",
    en: "For everybody: the cases over their limit and why, without anything about a person",
  },
  access: "anyone",
  keyed: false,
  // The days of the red cards.
  query: PageQuery.extend({ item: ItemId.optional(), window: WindowId.optional(), ...fromTo }),
  answers: { 200: page(LateCase) },
  problems: [],
});
