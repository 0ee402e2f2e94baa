import type { Case } from "../case/case.ts";
import { toIso } from "../instant.ts";
import { tombstone } from "../view.ts";
import type { ViewRow } from "../view.ts";

/** A bad week makes many cases late at once, and everybody may read the list, so it has several partitions. */
const LATE_SHARDS = 4;

const shardOf = (subject: string): number => subject.charCodeAt(subject.length - 1) % LATE_SHARDS;

/** The partitions of the list of cases that are over. */
export const latePartitions: readonly string[] = Array.from(
  { length: LATE_SHARDS },
  (_, shard) => `late-${shard}`,
);

/**
 * What the public reads of a case that is over its limit (优化营商环境条例 art. 36), while it is: neither person nor number of
 * the case. One that never had a red card has no row.
 */
export const lateRows = (now: Case, seq: number): readonly ViewRow[] => {
  const { duty } = now;
  if (duty === undefined) return [];
  if (now.phase !== "running") return [tombstone("late", now.case, seq)];
  const { since, limit, explained } = duty;
  return [
    {
      view: "late",
      aggregate: now.case,
      seq,
      partition: `late-${shardOf(now.case)}`,
      sort: `${toIso(since)}#${now.case}`,
      body: {
        item: now.item,
        window: now.competent,
        since,
        limit,
        reason: explained?.reason ?? null,
        responsible: explained?.responsible ?? null,
        expected: explained?.expected.lastDay ?? null,
        provisional: explained?.expected.provisional ?? false,
      },
    },
  ];
};
