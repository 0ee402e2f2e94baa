import type { Dice } from "./dice.ts";

/** How the world misbehaves in one history. Probabilities, per call or per message. */
export interface Faults {
  /** The process ends between two of its calls; at most `crashes` times. */
  readonly crash: number;
  readonly crashes: number;
  /** A call is refused (throttled, locked) and nothing of it happened. */
  readonly refused: number;
  /** A call happened and its answer is lost. */
  readonly lost: number;
  /** A call takes up to half a minute, or up to a quarter of an hour. */
  readonly slow: number;
  /** The change stream: records that never come, come twice, come late. */
  readonly dropped: number;
  readonly doubled: number;
  readonly delayed: number;
  /** A department's system is down, or answers something that is no success. */
  readonly unreachable: number;
  /** People do not hear the answer and ask again. */
  readonly unheard: number;
  /** The clock stands still for days and then goes on: a long outage, or a clock that was moved. */
  readonly leap: number;
}

export const noFaults: Faults = {
  crash: 0,
  crashes: 0,
  refused: 0,
  lost: 0,
  slow: 0,
  dropped: 0,
  doubled: 0,
  delayed: 0,
  unreachable: 0,
  unheard: 0,
  leap: 0,
};

/** Nothing died, was refused, lost its answer, or took longer than anybody waits. */
export const isSmooth = ({ crash, refused, lost, slow, unreachable, leap }: Faults): boolean =>
  crash + refused + lost + slow + unreachable + leap === 0;

/**
 * Each fault is there or not in a history of its own, so that rare ones also happen alone and all of them together.
 * One history in six has only a bad change stream: what a smooth world owes to the minute can be demanded there.
 */
export const drawFaults = (dice: Dice): Faults => {
  const some = (most: number): number => (dice.chance(0.5) ? dice.below(100) * (most / 100) : 0);
  const stream = { dropped: some(dice.pick([0.2, 1])), doubled: some(0.5), delayed: some(0.5) };
  if (dice.chance(0.16)) return { ...noFaults, ...stream };
  return {
    ...stream,
    crash: some(0.03),
    crashes: 1 + dice.below(4),
    refused: some(dice.pick([0.02, 0.05, 0.2])),
    lost: some(0.05),
    slow: some(0.1),
    unreachable: some(dice.pick([0.3, 1])),
    unheard: some(0.3),
    leap: some(0.2),
  };
};
