import * as z from "zod";
import type { Day } from "../day.ts";
import type { Answers } from "./answers.ts";
import { type Field, FieldId } from "./field.ts";

/**
 * Somebody of whom the form asks and who may be a child: where it asks for the date of birth, what else tells of the child,
 * and where a guardian gives the consent that is a separate one (个人信息保护法 art. 29, 31). A resident identity number tells a
 * date of birth by itself.
 */
export const Guarded = z.object({ bornOn: FieldId, about: z.array(FieldId), consent: FieldId });
export type Guarded = z.infer<typeof Guarded>;

/** 不满十四周岁 (个人信息保护法 art. 28, 31). */
const YEARS = 14;

/** The answer by which a guardian consents. */
const GIVEN = "given";

/**
 * Whether somebody is under fourteen on a day. The day of birth is not counted, as with every period (民法典 art. 201), so
 * somebody is fourteen from the day after the birthday. ISO days sort as text, also the 29 February of a year without one.
 */
export const isUnderFourteen = (bornOn: string, today: Day): boolean =>
  today <= `${String(Number(bornOn.slice(0, 4)) + YEARS).padStart(4, "0")}${bornOn.slice(4)}`;

/** The day of birth that an answer tells; a resident identity number has it in its digits 7 to 14 (GB 11643-1999). */
const birthIn = ({ id, type }: Field, answers: Answers): string | undefined => {
  const answer = answers[id];
  if (typeof answer !== "string") return undefined;
  if (type !== "resident-id") return answer;
  return `${answer.slice(6, 10)}-${answer.slice(10, 12)}-${answer.slice(12, 14)}`;
};

interface Form {
  readonly fields: readonly Field[];
  readonly guarded?: readonly Guarded[];
}

/** Who is under fourteen, or may be: of whom something is told and not yet the age. */
const isChild = (field: Field, who: Guarded | undefined, answers: Answers, today: Day): boolean => {
  if (who === undefined && field.type !== "resident-id") return false;
  const bornOn = birthIn(field, answers);
  if (bornOn !== undefined) return isUnderFourteen(bornOn, today);
  return who?.about.some((id) => answers[id] !== undefined) ?? false;
};

/**
 * The consents of guardians that an application rests on today, by the field that gives each, and the fields where one is
 * wanting: that of the consent, or, where the form has none, the one that tells of the child.
 */
export const consentsOf = (
  { fields, guarded = [] }: Form,
  answers: Answers,
  today: Day,
): { readonly given: readonly FieldId[]; readonly wanting: readonly FieldId[] } => {
  const given: FieldId[] = [];
  const wanting: FieldId[] = [];
  for (const field of fields) {
    const who = guarded.find(({ bornOn }) => bornOn === field.id);
    if (!isChild(field, who, answers, today)) continue;
    if (who !== undefined && answers[who.consent] === GIVEN) given.push(who.consent);
    else wanting.push(who?.consent ?? field.id);
  }
  return { given, wanting };
};

/** What is wrong between children and the form. */
export const wrongGuarded = (guarded: readonly Guarded[], fields: readonly Field[]): string[] =>
  guarded.flatMap(({ bornOn, about, consent }) => {
    const named = (id: FieldId) => fields.find((field) => field.id === id);
    const [birth, consenting] = [named(bornOn), named(consent)];
    const isBirth = birth?.type === "resident-id" || (birth?.type === "date" && birth.privacy === "personal");
    const isConsent =
      consenting?.type === "choice" &&
      consenting.privacy === "code" &&
      consenting.when === undefined &&
      consenting.options.some(({ code }) => code === GIVEN);
    const open = about.filter((id) => named(id)?.privacy !== "personal");
    return [
      ...open.map((id) => `${id} tells of a child and is no field that is kept as personal`),
      ...(isBirth ? [] : [`${bornOn} tells no date of birth that is kept as personal`]),
      ...(isConsent ? [] : [`${consent} is no open choice, always asked, with the option ${GIVEN}`]),
    ];
  });
