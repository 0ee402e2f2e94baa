import * as z from "zod";
import { Text } from "../text.ts";
import { Basis } from "./basis.ts";
import { FieldId } from "./field.ts";
import { ItemId } from "./item.ts";

export const BundleId = z
  .string()
  .regex(/^bundle_[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<"BundleId">();
export type BundleId = z.infer<typeof BundleId>;

/**
 * Several items for one occasion 一件事. `after` are the items of the bundle whose result an item needs; `shared` says
 * which fields of which items ask the same, so that it is answered once.
 */
export const Bundle = z.object({
  id: BundleId,
  name: Text,
  summary: Text,
  basis: Basis,
  parts: z.array(z.object({ item: ItemId, after: z.array(ItemId), note: Text.exactOptional() })).min(2),
  shared: z.array(
    z.object({ label: Text, fields: z.array(z.object({ item: ItemId, field: FieldId })).min(2) }),
  ),
});
export type Bundle = z.infer<typeof Bundle>;
