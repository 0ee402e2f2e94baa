import * as z from "zod";
import { Text } from "../text.ts";
import { code } from "./code.ts";

export const FieldId = code.brand<"FieldId">();
export type FieldId = z.infer<typeof FieldId>;

const common = {
  id: FieldId,
  label: Text,
  hint: Text.optional(),
  required: z.boolean(),
  /** Asked only when that choice field was answered with that code. */
  when: z.object({ field: FieldId, equals: code }).optional(),
};
/** `personal` values are kept as ciphertext; `code` values may stand in the clear. */
const either = { privacy: z.enum(["personal", "code"]) };
/** Free text and numbers of persons are always personal. */
const personal = { privacy: z.literal("personal") };

/** One question of the form. Lengths count Unicode characters; `min` and `max` are inclusive. */
export const Field = z.discriminatedUnion("type", [
  z.object({ ...common, ...personal, type: z.literal("text"), maxLength: z.int().min(1).max(4000) }),
  /** A day, `YYYY-MM-DD`; `notBefore` names another date field that must not be later. */
  z.object({ ...common, ...either, type: z.literal("date"), notBefore: FieldId.optional() }),
  z.object({ ...common, ...either, type: z.literal("integer"), min: z.int(), max: z.int() }),
  z.object({
    ...common,
    ...either,
    type: z.literal("choice"),
    options: z.array(z.object({ code, label: Text })).min(2),
  }),
  z.object({ ...common, ...personal, type: z.literal("resident-id") }),
  z.object({ ...common, ...personal, type: z.literal("permanent-residence-id") }),
  z.object({ ...common, ...personal, type: z.literal("passport") }),
  z.object({ ...common, ...either, type: z.literal("credit-code") }),
  z.object({ ...common, ...personal, type: z.literal("phone") }),
  z.object({ ...common, ...personal, type: z.literal("mobile") }),
  z.object({ ...common, ...personal, type: z.literal("email") }),
  /** The number of another case, as people write it down. */
  z.object({ ...common, ...personal, type: z.literal("case-number") }),
]);
export type Field = z.infer<typeof Field>;
