import { normalise } from "../identifier/normalise.ts";
import { CaseNumber, ClaimId } from "../id.ts";

/** The claim under which a case number is taken, so that a number leads to its case. */
export const claimOfNumber = (number: CaseNumber): ClaimId =>
  ClaimId.parse(`claim_number-${number.toLowerCase()}`);

/** What somebody meant by a typed number: with or without hyphens, in small letters or full-width ones. */
export const typedNumber = (text: string): CaseNumber | undefined => {
  const letters = normalise(text);
  const grouped = [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join("-");
  return CaseNumber.safeParse(grouped).data;
};
