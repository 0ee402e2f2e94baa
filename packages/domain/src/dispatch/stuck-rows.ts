import type { Case } from "../case/case.ts";
import { toIso } from "../instant.ts";
import { tombstone } from "../view.ts";
import type { ViewRow } from "../view.ts";

/** A bad hour makes many cases stuck at once, so their list has several partitions. */
const STUCK_SHARDS = 4;

/** Names of cases end in a keyed hash, so their last character is as good as random. */
const shardOf = (subject: string): number => subject.charCodeAt(subject.length - 1) % STUCK_SHARDS;

/** The partitions of the list of stuck cases. */
export const stuckPartitions: readonly string[] = Array.from(
  { length: STUCK_SHARDS },
  (_, shard) => `stuck-${shard}`,
);

/** There while an operator is waited for; a case that never was stuck has none. */
export const stuckRows = (now: Case, seq: number): readonly ViewRow[] => {
  if (now.timesStuck === 0) return [];
  if (now.stuck === undefined || now.phase !== "running") return [tombstone("stuck", now.case, seq)];
  const { round, cause, at, resumptionAskedAt } = now.stuck;
  return [
    {
      view: "stuck",
      aggregate: now.case,
      seq,
      partition: `stuck-${shardOf(now.case)}`,
      sort: `${toIso(at)}#${now.case}`,
      body: {
        case: now.case,
        number: now.number,
        item: now.item,
        window: now.window,
        receivedAt: now.receivedAt,
        round,
        cause,
        stuckAt: at,
        resumptionAskedAt: resumptionAskedAt ?? null,
      },
    },
  ];
};
