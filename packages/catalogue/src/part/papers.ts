import { extraPaper, paper } from "./paper.ts";

/** Papers that several items ask for. */
export const identityCopy = paper(
  "identity-copy",
  { zh: "身份证件复印件", en: "Copy of the identity document" },
  {
    zh: "身份证正反面，或护照资料页。示例样张见窗口。",
    en: "Both sides of the card, or the data page of the passport. Samples can be seen at the window.",
  },
);

export const labourContract = paper(
  "labour-contract",
  { zh: "劳动（聘用）合同", en: "Labour contract" },
  {
    zh: "须含双方信息、合同期限和签字盖章页。",
    en: "With the pages that show both parties, the term, and signatures and seal.",
  },
);

export const socialInsurance = paper(
  "social-insurance",
  { zh: "海南社会保险缴费清单", en: "List of social insurance paid in Hainan" },
  {
    zh: "至少连续3个月；未参保的可提交完税证明。",
    en: "At least three months; whoever is not insured may hand in a certificate of tax paid.",
  },
);

export const classEvidence = paper(
  "class-evidence",
  { zh: "所申报类别的证明材料", en: "Evidence for the class claimed" },
  {
    zh: "如职称证书和评审表（外省职称另附确认表）、学历学位证书和学信网备案表、获奖证书。",
    en: "Such as a title certificate with its review form (a title of another province also with its confirmation), degree and diploma with their registration, or awards.",
  },
);

export const degree = extraPaper(
  "degree",
  { zh: "学历学位证书", en: "Degree and diploma" },
  {
    zh: "国（境）外学历请附认证书；外文材料附加盖印章的中文译本。",
    en: "A foreign degree with its certification; foreign-language papers with a sealed Chinese translation.",
  },
);

export const recognitionCertificate = extraPaper(
  "recognition-certificate",
  { zh: "人才认定证书", en: "Talent certificate" },
  {
    zh: "在有效期内；由本窗口出具的无需提交。",
    en: "In its validity; one issued by this window need not be handed in.",
  },
);
