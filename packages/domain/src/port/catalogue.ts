import type { Offer } from "../edition/offer.ts";
import type { ItemId } from "../item/item-id.ts";
import type { Item } from "../item/item.ts";

/**
 * What the window offers. Every adapter promises:
 * - `current` is as the entries stood at most 60 seconds ago by the legal clock, and an edition with a date stands from
 *   that very instant;
 * - `current` throws `NothingPublished` until there is a calendar;
 * - `item` gives a version once published for ever, unchanged, also when it was published elsewhere a moment ago;
 *   undefined for one that never was.
 */
export interface Catalogue {
  current(): Promise<Offer>;
  item(id: ItemId, version: number): Promise<Item | undefined>;
}
