import { Item } from "@window/domain/item/item.ts";
import { basis } from "../part/basis.ts";
import { applicantContact } from "../part/contact-fields.ts";
import { commitment } from "../part/commitment.ts";
import { delegatedByProposal } from "../part/delegated.ts";
import { employerFields, talentClass, workPlace } from "../part/employment-fields.ts";
import { choice, date, integer } from "../part/fields.ts";
import { example } from "../part/limits.ts";
import { extraPaper } from "../part/paper.ts";
import { identityCopy, labourContract, recognitionCertificate } from "../part/papers.ts";
import { personFields } from "../part/person-fields.ts";
import { conditionsNotMet, employmentNotConfirmed, notGenuine, reason } from "../part/reasons.ts";
import { objections } from "../part/remedies.ts";

const household = [
  choice("status", { zh: "引进方式", en: "Kind of recruitment" }, [
    ["settled", "已落户", "Settled in Hainan"],
    ["flexible", "柔性引进并已认定", "Flexible, and recognised"],
    ["working", "在海南工作", "Working in Hainan"],
  ]),
  date("since", { zh: "落户、认定或入职日期", en: "Settled, recognised or employed since" }),
  integer(
    "homes-owned",
    { zh: "家庭在海南已有住房套数", en: "Homes the household owns in Hainan" },
    { min: 0, max: 99 },
  ),
];

/** 购房资格: recruited talent buys like residents. Press reports; the rules in force could not be read. */
export const homePurchase = Item.parse({
  id: "item_home-purchase",
  version: 1,
  name: { zh: "引进人才购房资格证明", en: "Eligibility to buy a home" },
  summary: {
    zh: "引进人才购房享受本地居民同等待遇的资格证明。限购政策时有调整，以住建部门现行公布为准。",
    en: "Proof that recruited talent may buy a home like residents. The rules change; what the housing authority currently publishes prevails.",
  },
  nature: "confirmation",
  applicant: "person",
  basis: [
    basis(
      "press",
      {
        zh: "引进人才购房享受本地居民同等待遇的报道",
        en: "Reports on recruited talent buying like residents",
      },
      "琼办发〔2018〕41号（报道）",
    ),
  ],
  facts: { class: "talent-class", employer: "employer-credit-code", place: "work-place" },
  fields: [...personFields, talentClass, ...household, ...employerFields(), workPlace],
  contacts: [applicantContact],
  materials: [
    identityCopy,
    labourContract,
    recognitionCertificate,
    extraPaper(
      "household-register",
      { zh: "户口簿", en: "Household register" },
      {
        zh: "已落户的提交首页和本人页。",
        en: "Whoever has settled hands in the first page and their own.",
      },
    ),
  ],
  ...delegatedByProposal,
  commitment,
  reasons: [
    conditionsNotMet,
    employmentNotConfirmed,
    reason("homes-exceeded", "家庭已有住房套数超过限额。", "The household owns as many homes as it may."),
    notGenuine,
  ],
  result: {
    name: { zh: "引进人才购房资格证明", en: "Proof of eligibility to buy a home" },
    validity: example(6, "month"),
    holder: "full-name",
  },
  remedies: objections,
});
