import * as z from "zod";
import { Text } from "../text.ts";
import { Basis } from "./basis.ts";
import { FieldId } from "./field.ts";
import { ItemId } from "./item-id.ts";
import { MaterialId } from "./material.ts";

export const BundleId = z
  .string()
  .regex(/^bundle_[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<"BundleId">();
export type BundleId = z.infer<typeof BundleId>;

/**
 * What becomes of a part whose earlier item was refused or taken back: it `goes-on` by itself, or it `falls-away`, because
 * without that result there is nothing to decide.
 */
export const IfRefused = z.enum(["goes-on", "falls-away"]);
export type IfRefused = z.infer<typeof IfRefused>;

/** One item of a bundle. */
const BundlePart = z.object({
  item: ItemId,
  /** Items of the bundle that are decided before this one begins. */
  after: z.array(ItemId),
  /** Absent: it goes on. One refusal holds up nothing unless the bundle says so. */
  ifRefused: IfRefused.exactOptional(),
  /** Materials that the results of those items stand for (本窗口出具的无需提交). */
  spares: z.array(MaterialId).exactOptional(),
  note: Text.exactOptional(),
});

/**
 * Several items for one occasion 一件事, applied for together: what is the same is answered and handed in once, and each
 * item becomes a case of its own. `shared` says which fields of which items ask the same.
 */
export const Bundle = z.object({
  id: BundleId,
  name: Text,
  summary: Text,
  basis: Basis,
  parts: z.array(BundlePart).min(2),
  shared: z.array(
    z.object({ label: Text, fields: z.array(z.object({ item: ItemId, field: FieldId })).min(2) }),
  ),
});
export type Bundle = z.infer<typeof Bundle>;
