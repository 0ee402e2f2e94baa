import type { Text } from "@window/domain/text.ts";

export const reason = (code: string, zh: string, en: string): { code: string; text: Text } => ({
  code,
  text: { zh, en },
});

/** Grounds that several items share; the others stand with their item. */
export const notGenuine = reason(
  "material-not-genuine",
  "申请材料不真实。",
  "A material handed in is not genuine.",
);
export const employmentNotConfirmed = reason(
  "employment-not-confirmed",
  "未能确认申请人与用人单位的劳动关系。",
  "Employment with the employer named could not be confirmed.",
);
export const conditionsNotMet = reason(
  "conditions-not-met",
  "不符合该事项的办理条件。",
  "The conditions of this service are not met.",
);
export const identityNotConfirmed = reason(
  "identity-not-confirmed",
  "未能确认申请人的身份信息。",
  "The identity of the applicant could not be confirmed.",
);
