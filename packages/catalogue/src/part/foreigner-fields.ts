import { choice, date, passport, text } from "./fields.ts";

/** The foreigner, as the passport says. Names may be one word; a passport number changes on renewal. */
export const foreignerFields = [
  text(
    "full-name",
    { zh: "外国人姓名", en: "Name of the foreigner" },
    {
      hint: {
        zh: "与护照资料页一致；只有一个词的姓名照写即可。",
        en: "As on the data page of the passport; a name of one word is fine.",
      },
    },
  ),
  passport(
    "passport",
    { zh: "护照号码", en: "Passport number" },
    {
      hint: {
        zh: "办理全过程须为同一本护照；护照遗失的请先联系窗口。",
        en: "The same passport through the whole procedure; ask a window first if it is lost.",
      },
    },
  ),
  text("nationality", { zh: "国籍", en: "Nationality" }, { maxLength: 60 }),
  date("born-on", { zh: "出生日期", en: "Date of birth" }),
  choice(
    "sex",
    { zh: "性别（护照所载）", en: "Sex (as in the passport)" },
    [
      ["m", "男", "M"],
      ["f", "女", "F"],
      ["x", "未指明", "X"],
    ],
    { privacy: "personal" },
  ),
];
