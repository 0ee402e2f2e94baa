import type * as z from "zod";
import { oneOf } from "../declared.ts";

/**
 * What somebody is told 送达: what they have to act on, and what changes when they may expect an answer. A register that
 * is down is no occasion: nobody waits for it, and there is nothing to be done about it.
 */
export const Occasion = oneOf([
  "accepted",
  "granted",
  /** One of several that were applied for together: their result comes out when all are decided. */
  "part-granted",
  "refused",
  "withdrawn",
  /** It never began, because the case that it waited for was not granted. */
  "lapsed",
  /** The result of several that were applied for together. */
  "issued",
  "commitment-asked",
  /** What comes after a grant is theirs to do, such as to enter. */
  "awaited",
  "kind-changed",
  "overdue",
  /** Why it is late, and when it is expected now (优化营商环境条例 art. 36). */
  "delay-explained",
  "revoked",
]);
export type Occasion = z.infer<typeof Occasion>;

export const Channel = oneOf(["sms", "email"]);
export type Channel = z.infer<typeof Channel>;

/** What came of a call; `nobody` where there is neither a number nor a person to ask for. */
export const CallOutcome = oneOf(["reached", "not-reached", "nobody"]);
export type CallOutcome = z.infer<typeof CallOutcome>;
