import { Instant } from "@window/domain/instant.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";

/** The wall clock of the function; AWS keeps it within a second of real time. */
export const wireClock: WireClock = { now: () => Instant.parse(Date.now()) };
