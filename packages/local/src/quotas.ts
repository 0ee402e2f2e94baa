import type { Quotas } from "@window/domain/port/quotas.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { spend } from "@window/domain/quota.ts";

/** Buckets that are full again are thrown away when there are so many, and then when there are twice as many as were left. */
const MANY = 10_000;

/** Counts of the one process there is; a restart forgets them. */
export const openQuotas = (clock: WireClock): Quotas => {
  const held = new Map<string, number>();
  let many = MANY;
  const forget = (now: number): void => {
    for (const [key, fullAt] of held) if (fullAt <= now) held.delete(key);
    many = Math.max(MANY, 2 * held.size);
  };
  return {
    async take(key, quota) {
      const now = clock.now();
      if (held.size >= many) forget(now);
      const { fullAt, ...spent } = spend(quota, held.get(key) ?? 0, now);
      held.set(key, fullAt);
      return spent;
    },
  };
};
