import { CaseNumber } from "@window/domain/id.ts";
import { Day } from "@window/domain/day.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import type { SeenCase } from "./seen-case.ts";

/** What became of a case while the clock was moved; the first of these that fits. */
const What = z.enum(["granted", "refused", "overdue", "accepted", "warned", "other-turn"]);
type What = z.infer<typeof What>;

export const Change = z.object({ number: CaseNumber, itemName: Text, what: What });
export type Change = z.infer<typeof Change>;

/** The last move of the clock of a demonstration. */
export const Move = z.object({ from: Day, to: Day, changes: z.array(Change) });

const whatOf = (before: SeenCase, after: SeenCase): What | undefined => {
  if (before.decision === null && after.decision !== null) return after.decision.decision;
  if (before.overdueAt === null && after.overdueAt !== null) return "overdue";
  if (before.phase === "received" && after.phase === "running") return "accepted";
  if (before.warnedAt === null && after.warnedAt !== null) return "warned";
  return JSON.stringify(before.turn) === JSON.stringify(after.turn) ? undefined : "other-turn";
};

interface Told {
  readonly story: string;
  readonly seen: SeenCase;
}

export const changesBetween = (before: readonly Told[], after: readonly Told[]): readonly Change[] =>
  after.flatMap(({ story, seen }) => {
    const known = before.find((told) => told.story === story);
    const what = known && whatOf(known.seen, seen);
    return what === undefined ? [] : [{ number: seen.number, itemName: seen.itemName, what }];
  });
