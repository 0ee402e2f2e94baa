import type { ApplicationId } from "@window/domain/id.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { FRESH } from "./fresh.ts";

/** Subjects whose keys a warm process holds at once. */
const MOST = 500;

/** Data keys in memory, each for five minutes at most, so that an erasure reaches every process by then. */
export const openHeldKeys = (clock: WireClock) => {
  const held = new Map<ApplicationId, { readonly until: number; readonly key: Uint8Array }>();
  return {
    get(subject: ApplicationId): Uint8Array | undefined {
      const known = held.get(subject);
      return known !== undefined && clock.now() < known.until ? known.key : undefined;
    },
    hold(subject: ApplicationId, key: Uint8Array): Uint8Array {
      const oldest = held.keys().next();
      if (held.size >= MOST && oldest.done !== true) held.delete(oldest.value);
      held.set(subject, { until: clock.now() + FRESH, key });
      return key;
    },
    drop(subject: ApplicationId): void {
      held.delete(subject);
    },
  };
};
