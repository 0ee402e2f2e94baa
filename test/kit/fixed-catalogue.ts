import { offerOf, type Entries } from "@window/domain/edition/offer.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";

/** A catalogue in which nothing ever changes, kept nowhere: for tests that are about something else. */
export const fixedCatalogue = (entries: Entries): Catalogue => {
  const offer = offerOf(entries);
  return {
    current: async () => offer,
    item: async (id, version) => entries.items.find((item) => item.id === id && item.version === version),
  };
};
