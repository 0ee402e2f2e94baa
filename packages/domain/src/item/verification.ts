import * as z from "zod";
import { Text } from "../text.ts";
import { code } from "./code.ts";
import { FieldId } from "./field.ts";
import type { Field } from "./field.ts";

export const RegisterId = z
  .string()
  .regex(/^reg_[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)
  .brand<"RegisterId">();
export type RegisterId = z.infer<typeof RegisterId>;

/**
 * Answers of the form that are held against a register once the application is in (核验). It stops nothing: whoever
 * decides sees what came of it. `as` is the register's word for a field; the first field is what it is looked up by, and
 * where that was not asked there is nothing to verify.
 */
export const Verification = z.object({
  register: RegisterId,
  name: Text,
  fields: z
    .array(z.object({ field: FieldId, as: code }))
    .min(1)
    .max(20),
});
export type Verification = z.infer<typeof Verification>;

/** What is wrong between verifications and the form. */
export const wrongVerifications = (
  verifications: readonly Verification[],
  fields: readonly Field[],
): string[] =>
  verifications.flatMap(({ register, fields: held }) => [
    ...held
      .filter(({ field }) => !fields.some(({ id }) => id === field))
      .map(({ field }) => `${register}: there is no field ${field}`),
    ...(new Set(held.map(({ as }) => as)).size < held.length ? [`${register}: one word for two fields`] : []),
  ]);
