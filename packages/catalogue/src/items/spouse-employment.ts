import { Item } from "@window/domain/item/item.ts";
import { basis, proposed } from "../part/basis.ts";
import { applicantContact } from "../part/contact-fields.ts";
import { contractFields, employerFields, talentClass, workPlace } from "../part/employment-fields.ts";
import { choice, text } from "../part/fields.ts";
import { example, promised } from "../part/limits.ts";
import { paper } from "../part/paper.ts";
import { degree, identityCopy, labourContract, recognitionCertificate } from "../part/papers.ts";
import { personFields } from "../part/person-fields.ts";
import { conditionsNotMet, employmentNotConfirmed, notGenuine, reason } from "../part/reasons.ts";
import { objections } from "../part/remedies.ts";
import { agency, ask } from "../part/ways.ts";

const source = basis(
  "official",
  {
    zh: "海南省引进高层次人才配偶就业安置实施办法（试行）",
    en: "Measures on employment of spouses of recruited high-level talent (trial)",
  },
  "2018-06-06",
);

const spouse = [
  text("spouse-name", { zh: "配偶姓名", en: "Name of the spouse" }),
  choice("spouse-status", { zh: "配偶原身份", en: "Former position of the spouse" }, [
    ["civil-servant", "公务员（含参公）", "Civil servant"],
    ["institution", "事业单位人员", "Staff of a public institution"],
    ["company", "企业人员", "Company staff"],
    ["none", "未就业", "Not employed"],
  ]),
  text("spouse-field", { zh: "配偶专业和意向", en: "Field and wishes of the spouse" }, { maxLength: 500 }),
  choice("spouse-consent", { zh: "配偶是否同意安置", en: "Does the spouse want this?" }, [
    ["yes", "同意", "Yes"],
    ["no", "不同意", "No"],
  ]),
];

const placement = ask("placement", "dept_human-resources", 15, {
  zh: "能否按市场配置为主、调配安置为辅的原则安置？请提出安置意见。",
  en: "Can a post be found, by the market first and by placement second? Please say how.",
});
const transfer = ask("transfer", "dept_civil-service", 10, {
  zh: "配偶为公务员的，是否符合调任条件？",
  en: "The spouse is a civil servant: are the conditions of a transfer met?",
});

/** 配偶就业安置: the market first, placement second, by level. */
export const spouseEmployment = Item.parse({
  id: "item_spouse-employment",
  version: 1,
  name: { zh: "引进人才配偶就业安置", en: "Employment for the spouse of recruited talent" },
  summary: {
    zh: "面向合同三年以上的引进高层次人才，其配偶愿意在海南就业的。分级管理，市场配置为主、调配安置为辅。办理时限为示例。",
    en: "For high-level talent with a contract of three years or more whose spouse wants to work in Hainan. By level; the market first, placement second. Time limits are examples.",
  },
  nature: "service",
  applicant: "person",
  basis: [source],
  facts: { class: "talent-class", employer: "employer-credit-code", place: "work-place" },
  fields: [...personFields, talentClass, ...employerFields(), workPlace, ...contractFields, ...spouse],
  contacts: [applicantContact],
  materials: [
    identityCopy,
    labourContract,
    recognitionCertificate,
    paper(
      "marriage-certificate",
      { zh: "结婚证", en: "Marriage certificate" },
      {
        zh: "国（境）外的附认证和中文译本。",
        en: "A foreign one authenticated, with a Chinese translation.",
      },
    ),
    paper(
      "spouse-resume",
      { zh: "配偶简历", en: "CV of the spouse" },
      { zh: "含学习、工作经历和意向。", en: "With studies, work and wishes." },
    ),
    degree,
  ],
  kinds: [
    {
      id: "civil-servant",
      from: "2026-01-01",
      when: { answers: [{ field: "spouse-status", in: ["civil-servant"] }] },
      way: "transfer",
      because: {
        zh: "配偶为公务员，须同时征询公务员主管部门。",
        en: "The spouse is a civil servant, so the civil service office is asked too.",
      },
      basis: source,
    },
    {
      id: "others",
      from: "2026-01-01",
      when: {},
      way: "placement",
      because: {
        zh: "由人力资源社会保障部门提出安置意见，窗口全程代办。",
        en: "Human resources look for a post; the window sees it through.",
      },
      basis: proposed({ zh: "办理类型为本系统提议。", en: "The kind is this system's proposal." }),
    },
  ],
  powers: [],
  ways: [
    agency(
      "transfer",
      { zh: "公务员调任", en: "Transfer of a civil servant" },
      [[transfer], [placement]],
      promised(example(40)),
    ),
    agency("placement", { zh: "就业安置", en: "Placement" }, [[placement]], promised(example(30))),
  ],
  reasons: [
    conditionsNotMet,
    employmentNotConfirmed,
    reason(
      "contract-too-short",
      "人才合同期限不足三年。",
      "The contract of the talent is shorter than three years.",
    ),
    reason("spouse-not-willing", "配偶不同意安置。", "The spouse does not want it."),
    notGenuine,
  ],
  result: {
    name: { zh: "配偶就业安置意见书", en: "Decision on employment of the spouse" },
    validity: example(12, "month"),
    holder: "full-name",
  },
  remedies: objections,
});
