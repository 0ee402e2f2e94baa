import { Item } from "@window/domain/item/item.ts";
import { basis, proposed } from "../part/basis.ts";
import { applicantContact } from "../part/contact-fields.ts";
import { contractFields, employerFields, talentClass } from "../part/employment-fields.ts";
import { integer, text } from "../part/fields.ts";
import { example, promised } from "../part/limits.ts";
import { extraPaper, paper } from "../part/paper.ts";
import { personFields } from "../part/person-fields.ts";
import { objections } from "../part/remedies.ts";
import { inBusinessRegister, inPopulationRegister } from "../part/verifications.ts";
import { agency, always, ask } from "../part/ways.ts";

const leaseFields = [
  // Plausibility, not policy: whole yuan, and nothing that is surely a slip.
  integer(
    "monthly-rent",
    { zh: "月租金（元，取整）", en: "Monthly rent (yuan, whole number)" },
    { min: 1, max: 1_000_000 },
  ),
  text("lease-address", { zh: "租住地址", en: "Address of the rented home" }, { maxLength: 200 }),
];

const rounds = [
  [
    ask(
      "talent-review",
      "dept_talent-office",
      3,
      {
        zh: "申请人的人才类别、用人单位和劳动合同是否符合享受住房租赁补贴的条件？",
        en: "Do the applicant's class, employer and labour contract meet the conditions for a rent subsidy?",
      },
      ["labour-contract", "qualification"],
    ),
  ],
  [
    ask(
      "housing-review",
      "dept_housing-office",
      5,
      {
        zh: "租赁关系是否属实，申请人是否未重复享受其他住房保障？",
        en: "Is the lease genuine, and does the applicant receive no other housing support?",
      },
      ["lease-contract"],
    ),
  ],
];

/**
 * 人才住房租赁补贴. The structure is true: agency item, talent office first, then housing office. Every number is 示例.
 * Amounts are left out on purpose: the ones that can be found are historic (琼办发〔2018〕41号 and city rules of its time).
 */
export const rentSubsidy = Item.parse({
  id: "item_rent-subsidy",
  version: 1,
  name: { zh: "人才住房租赁补贴", en: "Rent subsidy for talent" },
  summary: {
    zh: "面向在海南就业并租房居住的引进人才。窗口统一收件，先后征询人才部门和住建部门的意见，统一出件。补贴标准以主管部门现行公布为准，本页不列金额；办理时限为示例。",
    en: "For people recruited to work in Hainan who rent their home. The window takes in the application, asks the talent office and then the housing office, and hands out one result. The amount is what the competent authority currently publishes and is not stated here; time limits are examples.",
  },
  nature: "benefit",
  applicant: "person",
  basis: [
    basis(
      "mirror",
      { zh: "关于引进人才住房保障的指导意见", en: "Guiding opinions on housing for recruited talent" },
      "琼办发〔2018〕41号",
      {
        zh: "2018年6月11日印发；其中的补贴标准属历史资料，是否仍然有效未能核实。",
        en: "Issued on 11 June 2018. Its amounts are historic; whether it is still in force could not be verified.",
      },
    ),
  ],
  facts: { class: "talent-class", employer: "employer-credit-code" },
  fields: [...personFields, talentClass, ...employerFields(), ...contractFields, ...leaseFields],
  contacts: [applicantContact],
  materials: [
    paper(
      "labour-contract",
      { zh: "劳动合同", en: "Labour contract" },
      {
        zh: "须含双方信息、合同期限和签字盖章页。",
        en: "With the pages that show both parties, the term, and signatures and seal.",
      },
    ),
    paper(
      "lease-contract",
      { zh: "房屋租赁合同", en: "Lease of the home" },
      {
        zh: "须含房屋地址、月租金、租期和双方签字页。",
        en: "With the pages that show the address, the monthly rent, the term and both signatures.",
      },
    ),
    extraPaper(
      "qualification",
      { zh: "学历学位或职称证明", en: "Proof of degree or professional title" },
      {
        zh: "没有人才认定结果时，提供此项有助于人才部门审核。",
        en: "Helps the talent office when your class has not been recognised yet.",
      },
    ),
  ],
  verifications: [inBusinessRegister, inPopulationRegister],
  kinds: [
    always(
      "two-offices",
      {
        zh: "住房租赁补贴须由人才部门和住建部门先后审核，窗口全程代办。",
        en: "The talent office and then the housing office have to review a rent subsidy; the window sees it through.",
      },
      proposed({ zh: "办理类型为本系统提议。", en: "The kind is this system's proposal." }),
    ),
  ],
  powers: [],
  // 给付 is no permit: 行政许可法 does not limit it, and no other statutory limit was found.
  ways: [agency("two-offices", { zh: "代办", en: "Agency" }, rounds, promised(example(10)))],
  reasons: [
    {
      code: "class-not-covered",
      text: {
        zh: "申请人的人才类别不在补贴范围内。",
        en: "The applicant's class is not covered by the subsidy.",
      },
    },
    {
      code: "employment-not-confirmed",
      text: {
        zh: "未能确认申请人与用人单位的劳动关系。",
        en: "Employment with the employer named could not be confirmed.",
      },
    },
    {
      code: "lease-not-confirmed",
      text: { zh: "未能确认房屋租赁关系。", en: "The lease could not be confirmed." },
    },
    {
      code: "other-housing-support",
      text: {
        zh: "申请人已享受其他住房保障，不能重复享受。",
        en: "The applicant already receives other housing support.",
      },
    },
    {
      code: "material-not-genuine",
      text: { zh: "申请材料不真实。", en: "A material handed in is not genuine." },
    },
  ],
  result: {
    name: { zh: "人才住房租赁补贴审核决定书", en: "Decision on the rent subsidy for talent" },
    validity: example(12, "month"),
    holder: "full-name",
  },
  remedies: objections,
});
