/** So much may be asked at once, and as much again in every `seconds`. */
export interface Quota {
  readonly name: string;
  readonly size: number;
  readonly seconds: number;
}

/** What is left of a quota after somebody has asked. Times are whole seconds from now. */
export interface Spent {
  readonly granted: boolean;
  readonly left: number;
  /** Until all of it is there again. */
  readonly fullIn: number;
  /** Until one more would be granted; 0 when this one was. */
  readonly nextIn: number;
}

/** Dividing the seconds of a window leaves crumbs of a millisecond. */
const CRUMB = 1e-6;

/**
 * A token bucket kept as one number, the instant (epoch milliseconds) at which it is full again (GCRA, ITU-T I.371): so a
 * row of one attribute holds it, and whoever knows an older number knows at most too little of what was spent.
 * Spends `count` at `now` from a bucket that is full at `fullAt`; what is not granted is not spent.
 */
export const spend = (
  { size, seconds }: Quota,
  fullAt: number,
  now: number,
  count = 1,
): Spent & { readonly fullAt: number } => {
  const window = seconds * 1000;
  const each = window / size;
  const from = Math.max(fullAt, now);
  const then = from + count * each;
  const granted = then - now <= window + CRUMB;
  const after = granted ? then : from;
  return {
    granted,
    fullAt: after,
    left: Math.max(0, Math.floor((window - (after - now)) / each + CRUMB)),
    fullIn: Math.ceil((after - now) / 1000),
    nextIn: granted ? 0 : Math.max(1, Math.ceil((then - now - window) / 1000)),
  };
};
