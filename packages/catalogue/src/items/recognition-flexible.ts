import { Item } from "@window/domain/item/item.ts";
import { basis } from "../part/basis.ts";
import { applicantContact } from "../part/contact-fields.ts";
import { commitment } from "../part/commitment.ts";
import { integer } from "../part/fields.ts";
import { example } from "../part/limits.ts";
import { paper } from "../part/paper.ts";
import { classEvidence, identityCopy } from "../part/papers.ts";
import { recognitionFacts, recognitionFields, recognitionReasons } from "../part/recognition-parts.ts";
import { recognitionPowers, recognitionRules, recognitionWays } from "../part/recognition-ways.ts";
import { objections } from "../part/remedies.ts";

/** 高层次人才认定（柔性引进）: for people who work for a Hainan employer without moving there. */
export const recognitionFlexible = Item.parse({
  id: "item_recognition-flexible",
  version: 1,
  name: { zh: "高层次人才认定（柔性引进）", en: "Recognition of high-level talent (flexible)" },
  summary: {
    zh: "面向人事关系不转入海南、为海南用人单位工作的人才。须累计12个月在海南完税。由谁认定，规则与全职认定相同。",
    en: "For people who work for an employer in Hainan without moving their employment there. Tax has to have been paid in Hainan for twelve months altogether. Who decides follows the same rules as for full-time recognition.",
  },
  nature: "confirmation",
  applicant: "person",
  basis: [
    basis(
      "press",
      { zh: "海南省柔性引进人才相关规定", en: "Rules on flexible recruitment in Hainan" },
      "琼办发〔2019〕104号",
    ),
  ],
  facts: recognitionFacts,
  contacts: [applicantContact],
  fields: [
    ...recognitionFields,
    integer(
      "tax-months",
      { zh: "累计在海南完税月数", en: "Months of tax paid in Hainan" },
      { min: 0, max: 600 },
    ),
  ],
  materials: [
    paper(
      "declaration",
      { zh: "柔性引进高层次人才认定申报表", en: "Declaration form for flexibly recruited talent" },
      {
        zh: "须有用人单位意见、公章和填表日期。空白表样张见窗口。",
        en: "With the employer's opinion, seal and date. Blank forms and samples can be had at the window.",
      },
    ),
    identityCopy,
    paper(
      "agreement",
      { zh: "柔性引进协议", en: "Agreement on flexible recruitment" },
      {
        zh: "须含工作内容、期限、报酬和双方签字盖章页。",
        en: "With the work, the term, the pay, signatures and seal.",
      },
    ),
    paper(
      "tax-certificate",
      { zh: "累计12个月完税证明", en: "Certificate of tax paid for twelve months" },
      { zh: "由税务部门出具。", en: "Issued by the tax authority." },
    ),
    paper(
      "salary-statement",
      { zh: "薪酬发放银行流水", en: "Bank statement of salary" },
      {
        zh: "与完税月份对应；可遮盖与薪酬无关的交易。",
        en: "For the same months; other transactions may be blacked out.",
      },
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
      zh: "海南自由贸易港高层次人才证书（柔性）",
      en: "High-level talent certificate of Hainan Free Trade Port (flexible)",
    },
    validity: example(36, "month"),
    holder: "full-name",
  },
  remedies: objections,
});
