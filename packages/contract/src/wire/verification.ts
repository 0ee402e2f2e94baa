import { FieldId } from "@window/domain/item/field.ts";
import { RegisterId } from "@window/domain/item/verification.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { Moment } from "./moment.ts";

/**
 * What came of holding the answers against a register 核验. `down`: nobody has looked yet, and it is tried again. `fields`
 * are the ones that the register has otherwise.
 */
export const Verification = z.object({
  register: RegisterId,
  name: Text,
  at: Moment,
  outcome: z.enum(["match", "mismatch", "not-found", "down"]),
  fields: z.array(z.object({ field: FieldId, label: Text })),
  attempts: z.int(),
});
export type Verification = z.input<typeof Verification>;
