import { operation } from "../operation.ts";
import { CaseLine } from "../wire/case.ts";
import { page } from "../wire/page.ts";
import { PersonQuestion } from "../wire/people.ts";

export const findPerson = operation({
  method: "post",
  path: "/people/find",
  summary: {
    zh: "窗口凭证件号码查找本窗口的办件；每次查找均留存记录",
    en: "Find the cases of your window by the number of an identity document; every look-up is recorded",
  },
  access: "clerk",
  // By POST so that the number stands in no address and no log; keyed because the look-up itself is kept.
  keyed: true,
  opens: "find",
  body: PersonQuestion,
  answers: { 200: page(CaseLine) },
  problems: ["number-faulty"],
});
