import * as z from "zod";
import { Locality } from "../place/locality.ts";
import { Text } from "../text.ts";
import { Basis } from "./basis.ts";
import { code } from "./code.ts";
import { FieldId } from "./field.ts";
import { inForce } from "./in-force.ts";
import { WayId } from "./way.ts";

export const RuleId = code.brand<"RuleId">();
export type RuleId = z.infer<typeof RuleId>;

/**
 * When a rule fits: every condition that it has. `answers`: a choice was answered with one of those codes. `power`:
 * the employer named, or the competent place, holds a power over the class on that day. `localities`: the competent
 * place is one of them.
 */
const When = z.object({
  answers: z.array(z.object({ field: FieldId, in: z.array(code).min(1) })).exactOptional(),
  power: z.enum(["employer", "locality"]).exactOptional(),
  localities: z.array(Locality).min(1).exactOptional(),
});

/** One line of the rules by which a case gets its kind; the first one in force that fits applies. */
export const KindRule = z.object({
  id: RuleId,
  ...inForce,
  when: When,
  way: WayId,
  /** For the applicant: why this case is handled so. */
  because: Text,
  basis: Basis,
});
export type KindRule = z.infer<typeof KindRule>;
