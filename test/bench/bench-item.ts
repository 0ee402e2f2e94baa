import { rentSubsidy } from "@window/catalogue/items/rent-subsidy.ts";
import { seed } from "@window/catalogue/seed.ts";
import { Item } from "@window/domain/item/item.ts";

const [way] = rentSubsidy.ways;
const [[shipped] = []] = way?.rounds ?? [];
const review = { ...shipped, materials: [] };

const { contacts: _, ...asked } = rentSubsidy;

/**
 * The item of the measured scenario, which is nobody's service: the shipped rent subsidy with one department instead of
 * two, without papers and without contacts, because the peers it is compared with (docs/speed.md) ask one receiver, store
 * no files and tell nobody.
 * Its form, with the sealing of every personal answer, is the shipped one.
 */
export const benchItem = Item.parse({
  ...asked,
  id: "item_bench-one-department",
  name: { zh: "测速事项（非真实服务）", en: "Item for measuring (no real service)" },
  materials: [],
  ways: [{ ...way, rounds: [[review]] }],
});

export const benchSeed = { ...seed, items: [...seed.items, benchItem] };

/** The department it asks. */
export const benchDepartment = benchItem.ways[0]?.rounds[0]?.[0]?.department;
