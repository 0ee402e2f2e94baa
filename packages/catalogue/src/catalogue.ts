import { offerOf } from "@window/domain/edition/offer.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import type { Seed } from "./seed.ts";

/** The shipped catalogue as it lies here, kept nowhere. */
export const catalogueOf = (seed: Seed): Catalogue => {
  const offer = offerOf(seed);
  return {
    current: async () => offer,
    item: async (id, version) => seed.items.find((item) => item.id === id && item.version === version),
  };
};
