import * as z from "zod";
import { CaseId } from "../id.ts";
import { RegisterId } from "../item/verification.ts";

/** One attempt to be made: the `attempt`th (1 …) to have verification number `verification` (0 …) of the case's item. */
export const Inquiry = z.object({
  case: CaseId,
  verification: z.int().nonnegative(),
  register: RegisterId,
  attempt: z.int().positive(),
});
export type Inquiry = z.infer<typeof Inquiry>;
