import type { ChosenBundle } from "../application/part.ts";
import type { Request } from "../commit.ts";
import type { Bundle } from "../item/bundle.ts";
import type { ItemId } from "../item/item-id.ts";
import type { Item } from "../item/item.ts";
import { begin, type Begun, type Drafted, type Drafting } from "./draft-application.ts";

export interface BundleInput extends Begun {
  readonly bundle: Bundle;
  /** Two or more items of the bundle, in any order. */
  readonly items: readonly ItemId[];
}

type Part = Bundle["parts"][number];

/** The chosen parts as they stand today; a part waits only for what was chosen too. */
const chosenOf =
  (bundle: Bundle, parts: readonly Part[]) =>
  (items: readonly Item[]): ChosenBundle => ({
    id: bundle.id,
    parts: parts.flatMap(({ item, after, ifRefused = "goes-on", spares = [] }) => {
      const version = items.find(({ id }) => id === item)?.version;
      const waitsFor = after.filter((needed) => parts.some((part) => part.item === needed));
      return version === undefined
        ? []
        : [{ item, version, after: waitsFor, ifRefused, spares: waitsFor.length > 0 ? spares : [] }];
    }),
  });

/**
 * Begins one application for several items of a bundle 一件事: one draft, whose answers and documents serve all of them.
 * An item that the bundle does not have, and fewer than two, are refused.
 */
export const draftBundle = (
  deps: Drafting,
  { bundle, items, ...begun }: BundleInput,
  request: Request,
): Promise<Drafted> => {
  const parts = bundle.parts.filter(({ item }) => items.includes(item));
  const known = items.every((wanted) => parts.some(({ item }) => item === wanted));
  const wanted = { items: parts.map(({ item }) => item), chosen: chosenOf(bundle, parts) };
  return begin(deps, known && parts.length > 1 ? wanted : undefined, begun, request);
};
