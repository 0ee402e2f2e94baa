import { operation } from "../operation.ts";
import { Opening } from "../wire/opening.ts";
import { page, PageQuery } from "../wire/page.ts";
import { ofCase } from "./cases.ts";

export const listOpenings = operation({
  method: "get",
  path: "/cases/{case}/openings",
  summary: {
    zh: "列出工作人员查阅自己办件的记录：何时、哪个单位、为何查阅",
    en: "List who of the staff opened your case: when, of which office, and what for",
  },
  access: "owner",
  keyed: false,
  params: ofCase,
  query: PageQuery,
  answers: { 200: page(Opening) },
  problems: ["no-such-case"],
});
