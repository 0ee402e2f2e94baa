import * as z from "zod";
import { oneOf } from "../declared.ts";
import { Basis } from "./basis.ts";
import { code } from "./code.ts";

/**
 * How loudly a checkpoint speaks: a notice, a warning 预警, a yellow card 黄牌 (a step is over), a red card 红牌 (the case is
 * over), an escalation to the post above, a decision that the law of the item draws from silence (视为).
 */
export const Card = oneOf(["notice", "warning", "yellow", "red", "escalation", "tacit"]);
export type Card = z.infer<typeof Card>;

/**
 * Which limit a checkpoint watches. `step`: that of one referral. `expected`: the new date that an explanation of a delay
 * has named.
 */
export const WatchedLimit = oneOf(["promised", "legal", "step", "expected"]);
export type WatchedLimit = z.infer<typeof WatchedLimit>;

/** Who is told, by post and never by person. `departments`: those whose answer the case waits for. */
export const Post = z.enum(["receiving-window", "competent-window", "departments", "supervisor"]);
export type Post = z.infer<typeof Post>;

export const CheckpointId = code.brand<"CheckpointId">();
export type CheckpointId = z.infer<typeof CheckpointId>;

/** `half`: when half of the time is gone. `days`: working days before (negative) or after the last day; 0 is the end itself. */
const When = z.union([z.literal("half"), z.object({ days: z.int().min(-60).max(60) })]);

/**
 * A threshold of electronic supervision (电子监察). Where they lie differs from place to place, so they are data of the item;
 * `basis` is null for a demonstration 示例.
 */
export const Checkpoint = z.object({
  id: CheckpointId,
  card: Card.exclude(["tacit"]),
  limit: WatchedLimit,
  when: When,
  tells: z.array(Post).min(1),
  basis: Basis.nullable(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** What the law of an item draws from silence 视为准予 at the end of the legal limit; the article is owed. */
export const Tacit = z.object({ decision: z.literal("granted"), basis: Basis });
export type Tacit = z.infer<typeof Tacit>;

const houseRule = (
  id: string,
  card: Checkpoint["card"],
  limit: WatchedLimit,
  when: Checkpoint["when"],
  tells: readonly Post[],
): Checkpoint => ({ id: CheckpointId.parse(id), card, limit, when, tells: [...tells], basis: null });

/**
 * What is watched where an item says nothing else, 示例. Local rules of electronic supervision give a notice one working day
 * before the end, a yellow card for a step that is over and a red one for the case; the thresholds themselves differ.
 * The warning and the red card of the promise are in the ledger of every case since its acceptance (`warnAt`, `promised`).
 */
export const HOUSE_CHECKPOINTS: readonly Checkpoint[] = [
  houseRule("half", "notice", "promised", "half", ["competent-window"]),
  houseRule("warning", "warning", "promised", { days: -1 }, ["competent-window", "departments"]),
  houseRule("red", "red", "promised", { days: 0 }, ["receiving-window", "competent-window", "departments"]),
  houseRule("escalation", "escalation", "promised", { days: 1 }, ["supervisor"]),
  houseRule("legal-red", "red", "legal", { days: 0 }, ["competent-window", "departments", "supervisor"]),
  houseRule("expected-red", "red", "expected", { days: 0 }, ["competent-window", "supervisor"]),
  houseRule("step-warning", "warning", "step", { days: -1 }, ["departments"]),
  houseRule("step-yellow", "yellow", "step", { days: 0 }, ["competent-window", "departments"]),
];
