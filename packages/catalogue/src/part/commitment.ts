import { launchReport } from "./basis.ts";
import { example } from "./limits.ts";

/** 授权事项 that cannot be verified on the spot: applicant and employer each sign, and it is decided at once. */
export const commitment = {
  applicant: {
    zh: "本人承诺：所填内容和提交的材料真实、完整、有效；已知悉不实承诺的后果，包括撤销办理结果、追回所享受的待遇并记入信用记录；愿意接受事后核查。",
    en: "I promise that what I have filled in and handed in is true, complete and valid. I know that a false promise leads to the revocation of the result, the return of what was received under it, and an entry in the credit record. I agree to be checked afterwards.",
  },
  employer: {
    zh: "本单位承诺：申请人确系本单位人员，所出具的信息和材料真实有效；已知悉不实承诺的后果；愿意配合事后核查。",
    en: "We promise that the applicant works for us and that what we have stated and handed in is true and valid. We know what follows from a false promise and will help with checks afterwards.",
  },
  withoutEmployer: "applicant-alone",
  onePerson: "signs-for-both",
  check: example(30),
  basis: launchReport({
    zh: "报道称无法当场核验的，由申请人和用人单位分别签署承诺书后当场先行办理。没有用人单位、申请人即用人单位经办人时由谁签署，以及事后核查期限，未见规定，均为示例。",
    en: "The report says that where nothing can be verified on the spot, applicant and employer each sign a commitment and the case is handled at once. Who signs when there is no employer, or when both are one person, and within what time a promise is checked, was not found: those are examples.",
  }),
};
