import type { Instant } from "../instant.ts";

/**
 * The time of the law: ledger, handles, retention, retry schedule. Movable in tests and in the demonstration.
 * Every adapter promises that it runs at the speed of the wall clock between moves and is never moved back.
 */
export interface LegalClock {
  now(): Instant;
}
