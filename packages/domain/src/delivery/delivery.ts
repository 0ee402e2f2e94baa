import * as z from "zod";
import { code } from "../declared.ts";
import { CaseId, ReferralId } from "../id.ts";
import { Instant } from "../instant.ts";
import { DepartmentId } from "../place/department.ts";

/** One attempt to be made: the `attempt`th (1 …) of one referral. */
export const Delivery = z.object({
  case: CaseId,
  referral: ReferralId,
  department: DepartmentId,
  attempt: z.int().positive(),
});
export type Delivery = z.infer<typeof Delivery>;

/** What came of it. `cause` is a code, never a text of the other side. */
export const Attempt = z.object({
  referral: ReferralId,
  department: DepartmentId,
  number: z.int().positive(),
  at: Instant,
  outcome: z.enum(["delivered", "failed", "refused"]),
  status: z.int().exactOptional(),
  cause: code().exactOptional(),
  latencyMs: z.int().nonnegative(),
});
export type Attempt = z.infer<typeof Attempt>;
