import { Bundle } from "@window/domain/item/bundle.ts";
import { items } from "./items.ts";
import { proposed } from "./part/basis.ts";

const text = (zh: string, en: string) => ({ zh, en });

const parts = [
  { item: "item_recognition-full-time", after: [] },
  { item: "item_settlement-proof", after: ["item_recognition-full-time"] },
  { item: "item_rent-subsidy", after: ["item_recognition-full-time"] },
  { item: "item_home-purchase", after: ["item_settlement-proof"] },
  { item: "item_spouse-employment", after: ["item_recognition-full-time"] },
  {
    item: "item_child-schooling",
    after: ["item_recognition-full-time"],
    note: text("只在受理时间内申请。", "Taken in its season only."),
  },
  {
    item: "item_income-tax",
    after: [],
    note: text("在年度汇算时自行申报。", "Declared by yourself at the annual settlement."),
  },
];

/** A field that several items of the bundle ask under one name is asked once. */
const shared = (field: string, label: { zh: string; en: string }) => ({
  label,
  fields: parts.flatMap(({ item }) =>
    items.some(({ id, fields }) => id === item && fields.some((known) => known.id === field))
      ? [{ item, field }]
      : [],
  ),
});

/** 来琼工作: what somebody needs who comes to work in Hainan, in its order. */
export const bundles: readonly Bundle[] = [
  Bundle.parse({
    id: "bundle_coming-to-work",
    name: text("来琼工作", "Coming to work in Hainan"),
    summary: text(
      "来海南工作常办的事项，按先后次序列出；相同的内容只需填写一次。目前各事项分别申请。",
      "What people who come to work in Hainan usually apply for, in its order; what is the same is answered once. For now each item is applied for by itself.",
    ),
    basis: proposed(text("事项组合和次序为本系统提议。", "Items and order are this system's proposal.")),
    parts,
    shared: [
      shared("full-name", text("姓名", "Full name")),
      shared("id-type", text("证件类型", "Identity document")),
      shared("resident-id", text("公民身份号码", "Resident identity number")),
      shared("passport", text("护照号码", "Passport number")),
      shared("mobile", text("手机号码", "Mobile number")),
      shared("email", text("电子邮箱", "E-mail address")),
      shared("language", text("通知语言", "Language of messages")),
      shared("employer-name", text("用人单位名称", "Name of the employer")),
      shared("employer-credit-code", text("用人单位统一社会信用代码", "Unified social credit code")),
      shared("work-place", text("用人单位所在地", "Where the employer is")),
      shared("talent-class", text("人才类别", "Class of talent")),
      shared("contract-from", text("劳动合同起始日期", "Labour contract from")),
      shared("contract-until", text("劳动合同终止日期", "Labour contract until")),
    ],
  }),
];
