import { childSchooling } from "./items/child-schooling.ts";
import { entrepreneurRecognition } from "./items/entrepreneur-recognition.ts";
import { homePurchase } from "./items/home-purchase.ts";
import { incomeTax } from "./items/income-tax.ts";
import { policyProof } from "./items/policy-proof.ts";
import { recognitionFlexible } from "./items/recognition-flexible.ts";
import { recognitionFullTime } from "./items/recognition-full-time.ts";
import { rentSubsidy } from "./items/rent-subsidy.ts";
import { residencePermit } from "./items/residence-permit.ts";
import { settlementProof } from "./items/settlement-proof.ts";
import { spouseEmployment } from "./items/spouse-employment.ts";
import { workPermit } from "./items/work-permit.ts";

/** The service items 事项 as they are shown: decided on the spot, by class, by departments, in seasons, elsewhere. */
export const items = [
  settlementProof,
  entrepreneurRecognition,
  policyProof,
  homePurchase,
  recognitionFullTime,
  recognitionFlexible,
  workPermit,
  residencePermit,
  rentSubsidy,
  spouseEmployment,
  childSchooling,
  incomeTax,
];
