import type { Quotas } from "@window/domain/port/quotas.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { spend } from "@window/domain/quota.ts";

/** Buckets of people who have long gone are thrown away when there are so many. */
const MOST = 10_000;

/** Counts of the one process there is; a restart forgets them. */
export const openQuotas = (clock: WireClock): Quotas => {
  const held = new Map<string, number>();
  const forget = (now: number): void => {
    for (const [key, fullAt] of held) if (fullAt <= now) held.delete(key);
  };
  return {
    async take(key, quota) {
      const now = clock.now();
      if (held.size >= MOST) forget(now);
      const { fullAt, ...spent } = spend(quota, held.get(key) ?? 0, now);
      held.set(key, fullAt);
      return spent;
    },
  };
};
