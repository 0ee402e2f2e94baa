import type { Language, Text } from "@window/domain/text.ts";

const heading: Text = { zh: "办件怎样走完全程", en: "The way of a case" };

const steps: readonly { readonly name: Text; readonly what: Text }[] = [
  {
    name: { zh: "申请", en: "Apply" },
    what: {
      zh: "填写一次申请，上传材料；提交后得到办件编号和查询码。",
      en: "Fill in one application and upload your documents; you get a case number and a query code.",
    },
  },
  {
    name: { zh: "收件", en: "Received" },
    what: {
      zh: "窗口收件，时限按工作日历计算，随时可以看到应办结的日期。",
      en: "The window takes it in. Limits run by the working-day calendar, and you can always see the due date.",
    },
  },
  {
    name: { zh: "转办", en: "Referred" },
    what: {
      zh: "窗口按顺序转请业务部门，部门在时限内答复办理意见。",
      en: "The window asks the departments in their order, and each answers within its limit.",
    },
  },
  {
    name: { zh: "出件", en: "Handed out" },
    what: {
      zh: "作出决定，出一份办理结果；证照经过签名，任何人都能核验。",
      en: "A decision is made and one result handed out, with a signed certificate that anybody can verify.",
    },
  },
];

/** The way of a case in four steps. */
export const Way = ({ language }: { readonly language: Language }) => (
  <>
    <h2>{heading[language]}</h2>
    <ol class="way">
      {steps.map(({ name, what }) => (
        <li>
          <strong>{name[language]}</strong>
          {what[language]}
        </li>
      ))}
    </ol>
  </>
);
