import type { Offer } from "@window/domain/edition/offer.ts";
import { Bundle } from "@window/domain/item/bundle.ts";
import type { Dice } from "./dice.ts";
import { itemsOf } from "./offer.ts";

const text = { zh: "示例", en: "example" };

/** Two or three items of what is offered, each after some of those before it; what becomes of it is drawn too. */
export const drawBundle = (dice: Dice, offer: Offer): Bundle => {
  const items = itemsOf(offer).slice(0, 2 + dice.below(2));
  return Bundle.parse({
    id: "bundle_drawn",
    name: text,
    summary: text,
    basis: offer.items[0]?.basis[0],
    parts: items.map((item, index) => ({
      item,
      after: items.slice(0, index).filter(() => dice.chance(0.4)),
      ifRefused: dice.pick(["goes-on", "falls-away"]),
    })),
    shared: [],
  });
};
