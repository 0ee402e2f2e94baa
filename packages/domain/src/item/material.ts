import * as z from "zod";
import { Text } from "../text.ts";
import { code } from "./code.ts";

export const MaterialId = code.brand<"MaterialId">();
export type MaterialId = z.infer<typeof MaterialId>;

export const MediaType = z.enum(["application/pdf", "image/jpeg", "image/png"]);
export type MediaType = z.infer<typeof MediaType>;

/** A paper the item asks for. Always a named one: 安阳市政务服务条例 §13 forbids a catch-all 其他材料. */
export const Material = z.object({
  id: MaterialId,
  name: Text,
  required: z.boolean(),
  accepts: z.array(MediaType).min(1),
  maxBytes: z.int().min(1).max(50_000_000),
  note: Text.optional(),
});
export type Material = z.infer<typeof Material>;
