import { choice, email, mobile } from "./fields.ts";

const optional = (zh: string, en: string) => ({ hint: { zh, en }, required: false });

/** Nobody needs a telephone to apply, and nobody a mainland one to be told: e-mail will do, and so will a call. */
export const mobileNumber = mobile(
  "mobile",
  { zh: "手机号码", en: "Mobile number" },
  optional(
    "选填，用于接收办件通知；境外号码请加国家代码，例如 +44。",
    "Optional; you are told by text message how your case goes. For a number abroad add the country code, such as +44.",
  ),
);

export const mailAddress = email(
  "email",
  { zh: "电子邮箱", en: "E-mail address" },
  optional(
    "选填；没有内地手机号码的，通过电子邮件接收通知。",
    "Optional; without a mainland mobile number you are told by e-mail.",
  ),
);

export const language = choice(
  "language",
  { zh: "通知语言", en: "Language of messages" },
  [
    ["zh", "中文", "Chinese"],
    ["en", "英文", "English"],
  ],
  { required: false },
);

/** How the applicant is reached. */
export const contactFields = () => [mobileNumber, mailAddress, language];
export const applicantContact = { who: "applicant", mobile: "mobile", email: "email", language: "language" };

/** Whoever handles the application for the employer 经办人. */
export const agentFields = [
  mobile(
    "agent-mobile",
    { zh: "经办人手机号码", en: "Mobile number of whoever handles it" },
    optional("选填，用于接收办件通知。", "Optional; they are told by text message how the case goes."),
  ),
  email(
    "agent-email",
    { zh: "经办人电子邮箱", en: "E-mail address of whoever handles it" },
    optional("选填，用于接收办件通知。", "Optional; they are told by e-mail how the case goes."),
  ),
];
export const agentContact = { who: "employer", mobile: "agent-mobile", email: "agent-email" };
