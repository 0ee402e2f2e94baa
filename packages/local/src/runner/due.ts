import type { Instant } from "@window/domain/instant.ts";
import type { Journal } from "./journal.ts";

/** How many executions one reading of the index wakes. */
const BATCH = 500;

/** Fires all that is due at `now`, the longest overdue first; returns how much. What fires is not due any more. */
export const fireDue = async (
  journal: Journal,
  now: Instant,
  fire: (id: number) => Promise<unknown>,
): Promise<number> => {
  let fired = 0;
  for (let ids = journal.due(now, BATCH); ids.length > 0; ids = journal.due(now, BATCH)) {
    await Promise.all(ids.map(fire));
    fired += ids.length;
  }
  return fired;
};
