import { CaseId, ReferralId } from "../id.ts";

/** A referral is named by its place in the case, so planning the same round twice asks nobody twice. */
export const referralId = (subject: CaseId, round: number, index: number): ReferralId =>
  ReferralId.parse(`ref_${subject.slice("case_".length)}-${String(round)}-${String(index)}`);

/** The case that a referral belongs to, read from its name. */
export const caseOf = (referral: ReferralId): CaseId =>
  CaseId.parse(`case_${referral.slice("ref_".length).replace(/-\d+-\d+$/, "")}`);
