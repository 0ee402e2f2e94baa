import { Item } from "@window/domain/item/item.ts";
import { launchReport } from "../part/basis.ts";
import { applicantContact } from "../part/contact-fields.ts";
import { commitment } from "../part/commitment.ts";
import { delegatedByReport } from "../part/delegated.ts";
import { contractFields, employerFields, talentClass, workPlace } from "../part/employment-fields.ts";
import { choice, text } from "../part/fields.ts";
import { example } from "../part/limits.ts";
import { identityCopy, labourContract, recognitionCertificate } from "../part/papers.ts";
import { personFields } from "../part/person-fields.ts";
import {
  conditionsNotMet,
  employmentNotConfirmed,
  identityNotConfirmed,
  notGenuine,
} from "../part/reasons.ts";
import { objections } from "../part/remedies.ts";

const purpose = [
  choice("policy", { zh: "所需证明的政策", en: "Policy the proof is for" }, [
    ["housing", "住房保障", "Housing"],
    ["schooling", "子女教育", "Schooling of children"],
    ["medical", "医疗保健", "Medical service"],
    ["vehicle", "小客车指标", "Vehicle quota"],
    ["other", "其他", "Another one"],
  ]),
  text("use", { zh: "用途说明", en: "What it is used for" }, { required: false, maxLength: 300 }),
];

/** 享受相关政策证明. That it is delegated is reported; materials are examples. */
export const policyProof = Item.parse({
  id: "item_policy-proof",
  version: 1,
  name: { zh: "享受相关政策证明", en: "Proof of eligibility for talent policies" },
  summary: {
    zh: "证明申请人可享受所选的人才政策，供相关部门使用。是否享受、享受多少，由该政策的主管部门决定。",
    en: "States that the applicant falls under a talent policy, for the department that applies it. Whether and how much is granted, that department decides.",
  },
  nature: "confirmation",
  applicant: "person",
  basis: [launchReport()],
  facts: { class: "talent-class", employer: "employer-credit-code", place: "work-place" },
  fields: [...personFields, talentClass, ...purpose, ...employerFields(), workPlace, ...contractFields],
  contacts: [applicantContact],
  materials: [identityCopy, labourContract, recognitionCertificate],
  ...delegatedByReport,
  commitment,
  reasons: [conditionsNotMet, employmentNotConfirmed, identityNotConfirmed, notGenuine],
  result: {
    name: { zh: "享受人才政策证明", en: "Proof of eligibility for talent policies" },
    validity: example(6, "month"),
    holder: "full-name",
  },
  remedies: objections,
});
