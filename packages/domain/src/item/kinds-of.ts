import type { ItemKind } from "./kind.ts";
import type { Item } from "./item.ts";

/** Every kind a case of the item can have; an item that is handled elsewhere is external. */
export const kindsOf = ({ ways, elsewhere }: Item): readonly ItemKind[] =>
  elsewhere === undefined ? [...new Set(ways.map(({ kind }) => kind))] : ["external"];
