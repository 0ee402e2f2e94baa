import { Item } from "@window/domain/item/item.ts";
import { basis } from "../part/basis.ts";
import { applicantContact } from "../part/contact-fields.ts";
import { commitment } from "../part/commitment.ts";
import { example } from "../part/limits.ts";
import { paper } from "../part/paper.ts";
import { classEvidence, identityCopy, labourContract, socialInsurance } from "../part/papers.ts";
import { recognitionFacts, recognitionFields, recognitionReasons } from "../part/recognition-parts.ts";
import { recognitionPowers, recognitionRules, recognitionWays } from "../part/recognition-ways.ts";
import { objections } from "../part/remedies.ts";

/** 高层次人才认定（全职）. Materials as a Hainan university lists them; who decides follows class, employer and place. */
export const recognitionFullTime = Item.parse({
  id: "item_recognition-full-time",
  version: 1,
  name: { zh: "高层次人才认定（全职）", en: "Recognition of high-level talent (full-time)" },
  summary: {
    zh: "面向全职在海南工作的人才，按A至E类认定。由谁认定，取决于类别、用人单位权限和所在地：窗口当场、园区、用人单位、省级或一事一议。各类别认定标准以主管部门现行公布为准。",
    en: "For people who work full-time in Hainan, in classes A to E. Who decides follows from class, employer and place: the window at once, the park, the employer, the province, or deliberation. The standards are what the competent authority currently publishes.",
  },
  nature: "confirmation",
  applicant: "person",
  basis: [
    basis(
      "official",
      {
        zh: "海南大学关于申报海南自由贸易港高层次人才认定的通知",
        en: "Hainan University: notice on applying for recognition",
      },
      "hro.hainanu.edu.cn/info/1018/2338.htm（2024-10-12）",
    ),
  ],
  facts: recognitionFacts,
  fields: recognitionFields,
  contacts: [applicantContact],
  materials: [
    paper(
      "declaration",
      { zh: "海南省全职高层次人才认定申报表", en: "Declaration form for full-time high-level talent" },
      {
        zh: "须有用人单位意见、公章和填表日期。空白表样张见窗口。",
        en: "With the employer's opinion, seal and date. Blank forms and samples can be had at the window.",
      },
    ),
    identityCopy,
    labourContract,
    socialInsurance,
    paper(
      "photo",
      { zh: "两寸白底照片", en: "Photograph, white background" },
      { zh: "近期免冠正面照。", en: "Recent, from the front, without a hat." },
    ),
    classEvidence,
  ],
  kinds: recognitionRules,
  powers: recognitionPowers,
  ways: recognitionWays,
  commitment,
  reasons: recognitionReasons,
  result: {
    name: {
      zh: "海南自由贸易港高层次人才证书",
      en: "High-level talent certificate of Hainan Free Trade Port",
    },
    validity: example(60, "month"),
    holder: "full-name",
  },
  remedies: objections,
});
