import type { Field, FieldId } from "./field.ts";
import type { Item } from "./item.ts";
import { HOUSE_LIMITS, type Material, type MaterialId } from "./material.ts";

/** What is asked of an applicant: by one item, or by several together. */
export type Form = Pick<Item, "fields" | "materials">;

/** The smaller of two bounds; an item that says none has the house limit. */
const lesser = (name: keyof typeof HOUSE_LIMITS, one: Material, other: Material): number =>
  Math.min(one[name] ?? HOUSE_LIMITS[name], other[name] ?? HOUSE_LIMITS[name]);

/** What both take: asked as soon as one asks it, and no larger, older or other file than each accepts. */
const merged = (one: Material, other: Material): Material => ({
  ...one,
  ...((one.selfMade ?? other.selfMade) ? { selfMade: true } : {}),
  maxPages: lesser("maxPages", one, other),
  maxPixels: lesser("maxPixels", one, other),
  reusableDays: lesser("reusableDays", one, other),
  required: one.required || other.required,
  accepts: one.accepts.filter((type) => other.accepts.includes(type)),
  maxBytes: Math.min(one.maxBytes, other.maxBytes),
});

/**
 * The form of several items: a field or material that more than one asks under one name is asked once, where it first
 * stands. `spared` are materials, by item, that nobody has to hand in.
 */
export const formOf = (
  items: readonly Item[],
  spared: (item: Item["id"], material: MaterialId) => boolean = () => false,
): Form => {
  const fields = new Map<FieldId, Field>();
  const materials = new Map<MaterialId, Material>();
  for (const item of items) {
    for (const field of item.fields) {
      const known = fields.get(field.id);
      // Where one of them takes an answer for personal it is kept as that.
      if (known === undefined || (known.privacy === "code" && field.privacy === "personal"))
        fields.set(field.id, field);
    }
    for (const material of item.materials) {
      const asked = spared(item.id, material.id) ? { ...material, required: false } : material;
      const known = materials.get(material.id);
      materials.set(material.id, known === undefined ? asked : merged(known, asked));
    }
  }
  return { fields: [...fields.values()], materials: [...materials.values()] };
};
