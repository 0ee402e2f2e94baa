import type { StreamId } from "@window/domain/id.ts";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import { setTimeout as pause } from "node:timers/promises";
import type { Appended } from "./event-store.ts";

export interface Dispatcher {
  /** To be told of every commit after it is on the disk. */
  readonly tell: Appended;
  /** Resolves when everything it was told of has been dispatched. */
  settled(): Promise<void>;
  /** Dispatches nothing more; resolves when what is in hand is done. */
  stop(): Promise<void>;
}

interface Parts {
  readonly dispatch: (stream: StreamId) => Promise<void>;
  /** A stream could not be dispatched; the sweep over the feed finds it again. */
  readonly report: (stream: StreamId, error: unknown) => void;
}

/** Milliseconds between tries of a dispatch that the store refused: it writes a dozen times and begins again each time. */
const AGAIN = [10, 20, 40, 80, 160, 320];

/**
 * The change stream's reader on one machine. One stream is dispatched once at a time; what is told of it meanwhile makes
 * one more round. It remembers nothing: what a crash loses, the sweep finds.
 */
export const openDispatcher = ({ dispatch, report }: Parts): Dispatcher => {
  const told = new Set<StreamId>();
  const inHand = new Set<StreamId>();
  let stopped = false;
  let waiting: (() => void)[] = [];

  const finished = (stream: StreamId): void => {
    inHand.delete(stream);
    told.delete(stream);
    if (inHand.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const dispatchPatiently = async (stream: StreamId): Promise<void> => {
    for (const milliseconds of AGAIN) {
      try {
        await dispatch(stream);
        return;
      } catch (error) {
        if (stopped || !(error instanceof StoreUnavailable)) throw error;
      }
      await pause(milliseconds);
    }
    return dispatch(stream);
  };
  const work = async (stream: StreamId): Promise<void> => {
    try {
      while (told.delete(stream) && !stopped) await dispatchPatiently(stream);
    } catch (error) {
      report(stream, error);
    } finally {
      finished(stream);
    }
  };
  const settled = (): Promise<void> =>
    inHand.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));

  return {
    tell(stream) {
      if (stopped) return;
      told.add(stream);
      if (inHand.has(stream)) return;
      inHand.add(stream);
      void work(stream);
    },
    settled,
    stop() {
      stopped = true;
      return settled();
    },
  };
};
