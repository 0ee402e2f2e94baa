import { choice, date, text } from "./fields.ts";
import { contractFields, employerFields, recognisedClasses, workPlace } from "./employment-fields.ts";
import { personFields } from "./person-fields.ts";
import { conditionsNotMet, employmentNotConfirmed, notGenuine, reason } from "./reasons.ts";

const claim = [
  choice("claimed-class", { zh: "申报类别", en: "Class claimed" }, [
    ...recognisedClasses,
    ["equivalent", "标准未列入，具备A、B、C类相当条件", "Not in the standard, the equal of A, B or C"],
  ]),
  text("field-of-work", { zh: "专业领域", en: "Field of work" }),
  text(
    "achievements",
    { zh: "主要业绩", en: "Main achievements" },
    {
      maxLength: 2000,
      hint: {
        zh: "与所申报类别条件对应的称号、成果、奖项或职务。",
        en: "Titles, work, awards or posts that answer to the conditions of the class.",
      },
    },
  ),
  date("in-hainan-since", { zh: "到海南工作日期", en: "In Hainan since" }),
];

/** What recognition asks, full-time or flexible. */
export const recognitionFields = [
  ...personFields,
  ...claim,
  workPlace,
  ...employerFields(),
  ...contractFields,
];

export const recognitionReasons = [
  conditionsNotMet,
  employmentNotConfirmed,
  reason(
    "class-evidence-insufficient",
    "现有材料不能证明符合所申报类别的条件。",
    "What was handed in does not show that the conditions of the class are met.",
  ),
  reason(
    "field-not-comparable",
    "专业水平和业绩与所申报类别不相当。",
    "Standing and record in the field do not match the class claimed.",
  ),
  notGenuine,
];

export const recognitionFacts = {
  class: "claimed-class",
  employer: "employer-credit-code",
  place: "work-place",
};
