import { Item } from "@window/domain/item/item.ts";
import { basis } from "../part/basis.ts";
import { applicantContact } from "../part/contact-fields.ts";
import { commitment } from "../part/commitment.ts";
import { delegatedByReport } from "../part/delegated.ts";
import { employerFields, workPlace } from "../part/employment-fields.ts";
import { choice, date, text, when } from "../part/fields.ts";
import { example } from "../part/limits.ts";
import { degree, identityCopy, recognitionCertificate } from "../part/papers.ts";
import { personFields } from "../part/person-fields.ts";
import { conditionsNotMet, identityNotConfirmed, notGenuine, reason } from "../part/reasons.ts";
import { objections } from "../part/remedies.ts";

const ground = [
  choice("ground", { zh: "落户依据", en: "Ground of settlement" }, [
    ["degree", "学历学位", "Degree"],
    ["title", "职称或职业资格", "Professional title or qualification"],
    ["recognition", "已认定的人才", "Recognised talent"],
    ["entrepreneur", "创业", "Entrepreneur"],
  ]),
  choice(
    "education",
    { zh: "最高学历", en: "Highest degree" },
    [
      ["associate", "大专", "Junior college"],
      ["bachelor", "本科", "Bachelor"],
      ["master", "硕士", "Master"],
      ["doctor", "博士", "Doctor"],
    ],
    when("ground", "degree"),
  ),
  date("graduated-on", { zh: "毕业日期", en: "Graduated on" }, when("ground", "degree")),
];

const situation = [
  choice("employed", { zh: "就业状况", en: "Employment" }, [
    ["yes", "已就业", "Employed"],
    ["no", "未就业（先落户后就业）", "Not yet (settle first, work later)"],
  ]),
  ...employerFields(when("employed", "yes")),
  workPlace,
  text("address", { zh: "拟落户地址", en: "Address of settlement" }, { maxLength: 200 }),
];

/** 人才引进落户证明: the window gives the proof; registration itself is with the police. */
export const settlementProof = Item.parse({
  id: "item_settlement-proof",
  version: 1,
  name: { zh: "人才引进落户证明", en: "Proof for settling as recruited talent" },
  summary: {
    zh: "窗口出具人才引进落户证明，持证明到公安机关办理户口迁移。未就业的毕业生可以先落户后就业。",
    en: "The window issues the proof with which the police register the move of the household. Graduates without employment may settle first and work later.",
  },
  nature: "confirmation",
  applicant: "person",
  basis: [
    basis(
      "press",
      { zh: "海南引进人才落户政策的报道", en: "Reports on settling recruited talent in Hainan" },
      "PRNewswire 2018-05-16；ehainan 2021-03-17",
      {
        zh: "现行落户条件未能查阅，请以公安机关和主管部门公布为准。",
        en: "The conditions in force could not be read; what the police and the competent authority publish prevails.",
      },
    ),
  ],
  facts: { employer: "employer-credit-code", place: "work-place" },
  fields: [...personFields, ...ground, ...situation],
  contacts: [applicantContact],
  materials: [identityCopy, degree, recognitionCertificate],
  ...delegatedByReport,
  commitment,
  reasons: [
    conditionsNotMet,
    identityNotConfirmed,
    reason("already-settled", "申请人已在海南落户。", "The applicant is already registered in Hainan."),
    notGenuine,
  ],
  result: {
    name: { zh: "人才引进落户证明", en: "Proof for settling as recruited talent" },
    validity: example(6, "month"),
    holder: "full-name",
  },
  remedies: objections,
});
