import type { Item } from "./item.ts";
import type { Material, MaterialId } from "./material.ts";

/** The required materials of `item` for which no clean document is there yet, in the order of the item. */
export const missingMaterials = (item: Pick<Item, "materials">, clean: ReadonlySet<MaterialId>): Material[] =>
  item.materials.filter((material) => material.required && !clean.has(material.id));
