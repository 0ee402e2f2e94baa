import { Instant } from "@window/domain/instant.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";

/** The wall clock of this machine. */
export const wireClock: WireClock = { now: () => Instant.parse(Date.now()) };
