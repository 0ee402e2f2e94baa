import { later, type Instant } from "@window/domain/instant.ts";
import type { DataFolder } from "./data-folder.ts";
import { cannotRead, type HandOver } from "./hand-over.ts";
import { openLane, type Lane } from "./queue-lane.ts";
import { openQueueTable, type Waiting } from "./queue-table.ts";
import { openAlarm, realTime, type After, type Alarm } from "./runner/alarm.ts";

/** A queue in the database: what was sent is handed over at least once, after any crash, on the legal clock. */
export interface DurableQueue {
  /** Resolves when the message is on the disk. */
  send(lane: string, content: string, afterMilliseconds: number): Promise<void>;
  /** The same inside a transaction of the caller's; call what is returned when that is on the disk. */
  put(lane: string, content: string): () => void;
  /** Hands over what is due at the legal now. Whoever moves the clock calls it. */
  tick(): void;
  /** Resolves when nothing is in hand and nothing that is due waits. */
  settled(): Promise<void>;
  /** For the live window: ticks, and from then on wakes itself by real timers. */
  run(after?: After): void;
  /** Hands over nothing more; resolves when what is in hand has come back. */
  stop(): Promise<void>;
  /** What failed five times, for an operator. */
  parked(): readonly Waiting[];
  /** Hands a parked message over again; false when there is none of this id. */
  redrive(id: number): Promise<boolean>;
}

export type QueueParts = Pick<HandOver, "name" | "clock" | "hand" | "report" | "isWaitedOut">;

/** The lanes of a queue, made when they are first needed. */
const openLanes = (parts: HandOver) => {
  const lanes = new Map<string, Lane>();
  let closed = false;
  const of = (name: string): Lane => {
    const known = lanes.get(name);
    if (known !== undefined) return known;
    const lane = openLane({ ...parts, lane: name });
    if (closed) lane.close();
    lanes.set(name, lane);
    return lane;
  };
  const all = (): readonly Lane[] => [...lanes.values()];
  const idle = async (): Promise<void> => {
    // What one lane does may put something into another.
    while (all().some((lane) => !lane.isIdle())) await Promise.all(all().map((lane) => lane.idle()));
  };
  const close = (): Promise<void> => {
    closed = true;
    for (const lane of all()) lane.close();
    return idle();
  };
  for (const lane of parts.table.lanes()) of(lane);
  return { of, all, idle, close };
};

export const openDurableQueue = (folder: DataFolder, parts: QueueParts): DurableQueue => {
  const { clock } = parts;
  const { commits } = folder;
  const table = openQueueTable(folder.database, parts.name);
  let alarm: Alarm | undefined;
  const wakeAt = (at: Instant): void => alarm?.set(at);
  const lanes = openLanes({ ...parts, table, commits, wakeAt });

  const wakeForNext = (): void => {
    try {
      const next = table.nextAt(clock.now());
      if (next !== undefined) wakeAt(next);
    } catch (error) {
      cannotRead({ ...parts, wakeAt }, error);
    }
  };
  const tick = (): void => {
    // Asked first: what becomes due while the lanes are filled must not fall between the two.
    wakeForNext();
    for (const lane of lanes.all()) lane.fill();
  };
  const look = (lane: string, at: Instant): void => {
    if (at <= clock.now()) lanes.of(lane).fill();
    else wakeAt(at);
  };

  return {
    async send(lane, content, afterMilliseconds) {
      lanes.of(lane);
      const at = later(clock.now(), afterMilliseconds);
      await commits.write(() => table.put(lane, at, content));
      look(lane, at);
    },
    put(lane, content) {
      lanes.of(lane);
      const at = clock.now();
      table.put(lane, at, content);
      return () => look(lane, at);
    },
    tick,
    settled: lanes.idle,
    run(after = realTime) {
      alarm = openAlarm(clock, after, tick);
      tick();
    },
    async stop() {
      alarm?.clear();
      alarm = undefined;
      await lanes.close();
    },
    parked: () => table.parked(),
    async redrive(id) {
      const found = await commits.write(() => table.redrive(id, clock.now()));
      tick();
      return found;
    },
  };
};
