import { HOUR, MINUTE } from "../instant.ts";

/**
 * The waits before each attempt, as the Standard Webhooks specification proposes: ten attempts over 75 h 35 min 5 s.
 * The first three wait in the queue, the later ones in the due index.
 */
const WAITS = [
  0,
  5_000,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

export const LAST_QUEUED_ATTEMPT = 3;

/** Milliseconds to wait before attempt `number` (1 …), undefined when there is none. */
export const waitBefore = (number: number): number | undefined => WAITS[number - 1];
