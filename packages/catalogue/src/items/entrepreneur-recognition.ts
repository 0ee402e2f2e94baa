import { Item } from "@window/domain/item/item.ts";
import { launchReport } from "../part/basis.ts";
import { applicantContact } from "../part/contact-fields.ts";
import { commitment } from "../part/commitment.ts";
import { delegatedByReport } from "../part/delegated.ts";
import { employerFields, workPlace } from "../part/employment-fields.ts";
import { choice, date, integer } from "../part/fields.ts";
import { example } from "../part/limits.ts";
import { paper } from "../part/paper.ts";
import { identityCopy } from "../part/papers.ts";
import { personFields } from "../part/person-fields.ts";
import { conditionsNotMet, identityNotConfirmed, notGenuine, reason } from "../part/reasons.ts";
import { objections } from "../part/remedies.ts";

const venture = [
  ...employerFields(),
  choice("role", { zh: "在企业中的身份", en: "Part in the company" }, [
    ["founder", "创始人", "Founder"],
    ["legal-representative", "法定代表人", "Legal representative"],
    ["shareholder", "股东", "Shareholder"],
  ]),
  date("founded-on", { zh: "企业成立日期", en: "Company founded on" }),
  integer("staff", { zh: "在海南参保员工人数", en: "Staff insured in Hainan" }, { min: 0, max: 1_000_000 }),
  workPlace,
];

/** 创业人才认定. That it is delegated is reported; its conditions and materials were not found and are examples. */
export const entrepreneurRecognition = Item.parse({
  id: "item_entrepreneur-recognition",
  version: 1,
  name: { zh: "创业人才认定", en: "Recognition as an entrepreneur" },
  summary: {
    zh: "面向在海南创办企业的人才。办理条件和材料未能查阅，本页所列为示例。申请人同时是企业经办人的，由本人以两种身份签署承诺书。",
    en: "For people who founded a company in Hainan. Its conditions and materials were not found; those here are examples. Whoever acts for the company too signs a commitment in both capacities.",
  },
  nature: "confirmation",
  applicant: "person",
  basis: [launchReport()],
  facts: { employer: "employer-credit-code", place: "work-place" },
  fields: [...personFields, ...venture],
  contacts: [applicantContact],
  materials: [
    identityCopy,
    paper(
      "business-licence",
      { zh: "营业执照", en: "Business licence" },
      { zh: "示例材料；电子营业执照亦可。", en: "An example; the electronic licence will do." },
    ),
    paper(
      "venture-description",
      { zh: "创业项目说明", en: "Description of the venture" },
      {
        zh: "示例材料；说明主营业务、投资和带动就业情况。",
        en: "An example: business, investment and employment.",
      },
    ),
  ],
  ...delegatedByReport,
  commitment,
  reasons: [
    conditionsNotMet,
    identityNotConfirmed,
    reason("company-not-active", "企业未实际经营。", "The company does not operate."),
    notGenuine,
  ],
  result: {
    name: { zh: "创业人才认定证明", en: "Proof of recognition as an entrepreneur" },
    validity: example(36, "month"),
    holder: "full-name",
  },
  remedies: objections,
});
