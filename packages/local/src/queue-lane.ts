import { cannotRead, handOver, type HandOver } from "./hand-over.ts";
import type { Waiting } from "./queue-table.ts";

/** The messages of one queue that may wait for each other, such as those of one department. */
export interface Lane {
  /** Hands over what is due, as far as there is room. Never throws: a table that cannot be read is read again soon. */
  fill(): void;
  isIdle(): boolean;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
  close(): void;
}

/** Messages of one lane in hand at once: a department gets that many connections at most. */
const WIDTH = 16;

export const openLane = (parts: HandOver & { readonly lane: string }): Lane => {
  const inHand = new Set<number>();
  let closed = false;
  let more = false;
  let listeners: (() => void)[] = [];

  const done = (): void => {
    if (more) fill();
    if (inHand.size > 0) return;
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
  };
  const take = async (message: Waiting): Promise<void> => {
    inHand.add(message.id);
    await handOver(parts, message);
    inHand.delete(message.id);
    done();
  };
  const fill = (): void => {
    try {
      takeDue();
    } catch (error) {
      cannotRead(parts, error);
    }
  };
  const takeDue = (): void => {
    more = inHand.size >= WIDTH;
    if (closed || more) return;
    // What is in hand is still in the table, so the look has to reach beyond it.
    const reach = WIDTH + inHand.size;
    const found = parts.table.due(parts.lane, parts.clock.now(), reach);
    const fresh = found.filter(({ id }) => !inHand.has(id));
    const room = WIDTH - inHand.size;
    more = found.length === reach || fresh.length > room;
    for (const message of fresh.slice(0, room)) void take(message);
  };

  return {
    fill,
    isIdle: () => inHand.size === 0,
    idle: () =>
      new Promise((resolve) => {
        listeners.push(resolve);
        if (inHand.size === 0) done();
      }),
    close() {
      closed = true;
    },
  };
};
