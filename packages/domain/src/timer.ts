import * as z from "zod";
import { CaseId, NoticeId, ReferralId } from "./id.ts";
import { Instant } from "./instant.ts";

/** What is waited for: a checkpoint of a case, a new execution for a round that outlives its own, a late attempt, a question to a register that was down, a report that does not come. */
export const Plan = z.union([
  z.enum(["warning", "due", "check", "report"]),
  z.templateLiteral(["round-", z.int().nonnegative()]),
  z.templateLiteral(["attempt-", z.int().positive()]),
  z.templateLiteral(["inquiry-", z.int().nonnegative(), "-", z.int().positive()]),
]);
export type Plan = z.infer<typeof Plan>;

/** One instant of the due index. The ledger decides what it means; a timer that fires early, late or twice changes nothing. */
export const Timer = z.object({
  subject: z.union([CaseId, ReferralId, NoticeId]),
  plan: Plan,
  at: Instant,
});
export type Timer = z.infer<typeof Timer>;
