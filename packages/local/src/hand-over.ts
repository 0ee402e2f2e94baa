import { later, type Instant } from "@window/domain/instant.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import type { GroupCommit } from "./group-commit.ts";
import type { QueueTable, Waiting } from "./queue-table.ts";

/** A message could not be handed over; `parked` says that it is not tried again by itself. */
export interface QueueTrouble {
  readonly queue: string;
  readonly failures: number;
  readonly parked: boolean;
  readonly error: unknown;
}

export interface HandOver {
  readonly name: string;
  readonly clock: LegalClock;
  /** Resolves when the message is done with; what it throws brings the message again. */
  readonly hand: (content: string) => Promise<unknown>;
  readonly report: (trouble: QueueTrouble) => void;
  /** Whether a failure is nobody's fault and only has to be waited out; such a message is never parked. */
  readonly isWaitedOut?: (error: unknown) => boolean;
  readonly table: QueueTable;
  readonly commits: GroupCommit;
  /** Somebody should look at the queue again at this instant. */
  readonly wakeAt: (at: Instant) => void;
}

/**
 * Waits after a failure; after the fifth the message is parked. Together they outlast the 60 seconds for which a sender
 * that died holds an attempt.
 */
const WAITS = [5_000, 10_000, 30_000, 60_000];

/** Between two looks whether what is waited out is over. */
const LOOK_AGAIN = 60_000;

/** A store that refuses for a moment says nothing about the message. */
const STORE_AGAIN = 1_000;

/**
 * The disk did not give what waits. Whoever looked was a timer or a message that has ended, so nobody would hear of what
 * is thrown but the process, which it would end.
 */
export const cannotRead = (
  { name, clock, report, wakeAt }: Pick<HandOver, "name" | "clock" | "report" | "wakeAt">,
  error: unknown,
): void => {
  report({ queue: name, failures: 0, parked: false, error });
  wakeAt(later(clock.now(), STORE_AGAIN));
};

/** How long a failure is waited out that does not count against the message; undefined for one that does. */
const waitedOut = ({ isWaitedOut }: HandOver, error: unknown): number | undefined => {
  if (error instanceof StoreUnavailable) return STORE_AGAIN;
  return isWaitedOut?.(error) === true ? LOOK_AGAIN : undefined;
};

const failed = async (parts: HandOver, { id, failures: before }: Waiting, error: unknown): Promise<void> => {
  const { table, commits, clock } = parts;
  const patience = waitedOut(parts, error);
  const failures = patience === undefined ? before + 1 : before;
  const wait = patience ?? WAITS[before];
  parts.report({ queue: parts.name, failures, parked: wait === undefined, error });
  if (wait === undefined) return commits.write(() => table.park(id, failures));
  const at = later(clock.now(), wait);
  await commits.write(() => table.postpone(id, failures, at));
  parts.wakeAt(at);
};

const once = async (parts: HandOver, message: Waiting): Promise<void> => {
  try {
    await parts.hand(message.content);
  } catch (error) {
    return failed(parts, message, error);
  }
  await parts.commits.write(() => parts.table.remove(message.id));
};

/** Hands one message over and writes what came of it. When even that fails, the message is looked at again soon. */
export const handOver = async (parts: HandOver, message: Waiting): Promise<void> => {
  try {
    await once(parts, message);
  } catch (error) {
    parts.report({ queue: parts.name, failures: message.failures, parked: false, error });
    parts.wakeAt(later(parts.clock.now(), 1000));
  }
};
