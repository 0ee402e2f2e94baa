import { Instant, later } from "@window/domain/instant.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import * as z from "zod";
import type { Settings } from "./settings.ts";

/** The legal clock of this machine: ahead of the wall by what it was moved, which survives a restart. */
export interface MovableClock extends LegalClock {
  /** Sets the clock to an instant, also of the past: for the start of a demonstration, while nothing has happened later. */
  begin(at: Instant): void;
  /**
   * Moves the clock to an instant; a move back is no move. Resolves with the new now when it is on the disk. Whoever
   * moves it then ticks what waits for instants.
   */
  move(to: Instant): Promise<Instant>;
}

const OFFSET = "legal-clock-ahead";

/** Negative while a demonstration is made in the past. */
const Milliseconds = z.coerce.number().int();

export const openLegalClock = (
  { settings }: { readonly settings: Settings },
  wire: WireClock,
): MovableClock => {
  let ahead = Milliseconds.parse(settings.get(OFFSET) ?? "0");
  let last = Instant.parse(0);
  /** A wall clock that is set back, by a person or by NTP, makes this one stand, never go back. */
  const now = (): Instant => {
    const reckoned = later(wire.now(), ahead);
    if (reckoned > last) last = reckoned;
    return last;
  };
  return {
    now,
    begin(at) {
      ahead = at - wire.now();
      last = at;
      settings.putNow(OFFSET, String(ahead));
    },
    async move(to) {
      const wanted = Math.max(ahead, to - wire.now());
      await settings.put(OFFSET, String(wanted));
      ahead = Math.max(ahead, wanted);
      return now();
    },
  };
};
