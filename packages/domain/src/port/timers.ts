import type { Instant } from "../instant.ts";
import type { Timer } from "../timer.ts";

/**
 * The due index: what is to be reached when. Every adapter promises:
 * - `set` is idempotent; the same subject and plan at another instant is another row, and both are kept;
 * - `between` gives every row with `from <= at < until`, in pages, eventually complete;
 * - `remove` of a row that is not there is a success.
 */
export interface Timers {
  set(timer: Timer): Promise<void>;
  remove(timer: Timer): Promise<void>;
  between(
    from: Instant,
    until: Instant,
    after?: string,
  ): Promise<{ timers: readonly Timer[]; next?: string }>;
}
