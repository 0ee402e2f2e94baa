import type { Quota, Spent } from "../quota.ts";

/**
 * Plain records of how often somebody asked for something. `key` is opaque: a keyed hash of who and what. Every adapter
 * promises:
 * - of one key as many are granted at once as the quota has, then one after the other as it fills;
 * - keys do not touch each other, and one that is refused spends nothing;
 * - processes share a quota; each may be ahead of the others by a sixteenth of it, so one of less than 32 is exact;
 * - where the count cannot be kept, one is granted: a window without counters stays open.
 */
export interface Quotas {
  take(key: string, quota: Quota): Promise<Spent>;
}
