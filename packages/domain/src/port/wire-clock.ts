import type { Instant } from "../instant.ts";

/** The time of protocols: tokens, presigned requests, webhook timestamps. Every adapter promises the wall clock, never moved. */
export interface WireClock {
  now(): Instant;
}
