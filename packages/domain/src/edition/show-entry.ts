import type { EntryId } from "../id.ts";
import { current } from "../perform.ts";
import type { EventStore } from "../port/event-store.ts";
import type { Views } from "../port/views.ts";
import { rowsOfEntry } from "./card.ts";
import { editionDecider } from "./decide.ts";

export interface Showing {
  readonly store: Pick<EventStore, "load">;
  readonly views: Pick<Views, "get" | "put">;
}

/**
 * Brings the row of an entry up to its stream. Whoever has committed does it at once, so that readers need not wait; the
 * dispatcher does it again, so that none is left behind when a process ends between the two.
 */
export const showEntry = async ({ store, views }: Showing, id: EntryId): Promise<void> => {
  const { state, seq } = await current(store, editionDecider, id);
  const card = await views.get("card", id);
  if ((card?.seq ?? 0) >= seq) return;
  for (const row of rowsOfEntry(id, state, seq)) await views.put(row);
};
