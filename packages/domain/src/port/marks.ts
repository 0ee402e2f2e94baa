import type { Instant } from "../instant.ts";

/** How far something that goes over the whole log has come. Every adapter promises that `get` gives the last `put`. */
export interface Marks {
  get(name: string): Promise<Instant | undefined>;
  put(name: string, until: Instant): Promise<void>;
}
