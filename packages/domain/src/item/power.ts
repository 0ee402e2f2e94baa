import * as z from "zod";
import { CreditCode } from "../identifier/credit-code.ts";
import { Locality } from "../place/locality.ts";
import { Basis } from "./basis.ts";
import { code } from "./code.ts";
import { inForce } from "./in-force.ts";

/**
 * Who may decide what, and since when (授权). Handing a power down or taking it back is one line with a date; cases opened
 * from that day on go by it, those before stay as they are. Without `classes` it covers the whole item.
 */
export const Power = z.object({
  id: code,
  holder: z.discriminatedUnion("of", [
    z.object({ of: z.literal("employer"), creditCode: CreditCode }),
    z.object({ of: z.literal("locality"), locality: Locality }),
  ]),
  classes: z.array(code).min(1).exactOptional(),
  ...inForce,
  basis: Basis,
});
export type Power = z.infer<typeof Power>;
