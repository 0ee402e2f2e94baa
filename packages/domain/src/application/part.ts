import * as z from "zod";
import { BundleId, IfRefused } from "../item/bundle.ts";
import { ItemId } from "../item/item-id.ts";
import { MaterialId } from "../item/material.ts";

const itemId = ItemId.meta({ declared: "id" });

/** One item of an application, as its bundle stood when it was begun. */
export const Part = z.object({
  item: itemId,
  version: z.int().positive(),
  after: z.array(itemId),
  ifRefused: IfRefused.meta({ declared: "code" }),
  spares: z.array(MaterialId.meta({ declared: "code" })),
});
export type Part = z.infer<typeof Part>;

/** A bundle that is applied for, with the parts that were chosen of it, each after those that it waits for. */
export const ChosenBundle = z.object({
  id: BundleId.meta({ declared: "id" }),
  parts: z.array(Part).min(2),
});
export type ChosenBundle = z.infer<typeof ChosenBundle>;
