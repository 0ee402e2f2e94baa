import * as z from "zod";
import type { Field } from "./field.ts";
import { FieldId } from "./field.ts";

/**
 * Which answers tell how somebody is reached: the applicant, or the employer through whoever handles it (经办人). At least
 * a mobile number or an e-mail address, because people come to this window who have no mainland number.
 */
export const Contact = z.object({
  who: z.enum(["applicant", "employer"]),
  mobile: FieldId.exactOptional(),
  email: FieldId.exactOptional(),
  /** A choice between `zh` and `en`; without an answer both languages are used. */
  language: FieldId.exactOptional(),
});
export type Contact = z.infer<typeof Contact>;

const speaks = (field: Field | undefined): boolean =>
  field?.type === "choice" && field.options.every(({ code }) => code === "zh" || code === "en");

/** What is wrong between contacts and the form. */
export const wrongContacts = (contacts: readonly Contact[], fields: readonly Field[]): string[] =>
  contacts.flatMap(({ who, mobile, email, language }) => {
    const named = (id: FieldId) => fields.find((field) => field.id === id);
    return [
      ...(mobile === undefined && email === undefined ? [`${who}: nothing to be reached by`] : []),
      ...(mobile !== undefined && named(mobile)?.type !== "mobile"
        ? [`${who}: ${mobile} is no mobile number`]
        : []),
      ...(email !== undefined && named(email)?.type !== "email"
        ? [`${who}: ${email} is no e-mail address`]
        : []),
      ...(language !== undefined && !speaks(named(language))
        ? [`${who}: ${language} is no choice of zh and en`]
        : []),
    ];
  });
