import { fromIso, later, toIso } from "@window/domain/instant.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";

export interface Clocks {
  readonly legal: LegalClock;
  readonly wire: WireClock;
}

type Input = Readonly<Record<string, string>>;

/**
 * A machine waits in real time. `at` becomes the real instant at which the legal clock, if nobody moves it, will show
 * `legal`; in every stage but `test` they are the same.
 */
export const timed = (input: Input, { legal, wire }: Clocks): Input => {
  if (input["at"] === undefined) return input;
  const ahead = legal.now() - wire.now();
  // Two looks at the wall clock differ by a little; a whole second is a move.
  const offset = Math.abs(ahead) < 1000 ? 0 : ahead;
  return { ...input, legal: input["at"], at: toIso(later(fromIso(input["at"]), -offset)) };
};
