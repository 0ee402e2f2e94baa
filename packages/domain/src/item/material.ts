import * as z from "zod";
import { Text } from "../text.ts";
import { code } from "./code.ts";

export const MaterialId = code.brand<"MaterialId">();
export type MaterialId = z.infer<typeof MaterialId>;

export const MediaType = z.enum(["application/pdf", "image/jpeg", "image/png"]);
export type MediaType = z.infer<typeof MediaType>;

/**
 * House limits, 示例. A bound volume of a personnel file has 500 pages, and an A0 sheet scanned at 300 dpi 140 million
 * pixels: what claims more is made to fill the memory of whoever opens it. A paper serves again for a year.
 */
export const HOUSE_LIMITS = { maxPages: 500, maxPixels: 150_000_000, reusableDays: 365 } as const;

/** A paper the item asks for. Always a named one: 安阳市政务服务条例 §13 forbids a catch-all 其他材料. */
export const Material = z.object({
  id: MaterialId,
  name: Text,
  required: z.boolean(),
  accepts: z.array(MediaType).min(1),
  maxBytes: z.int().min(1).max(50_000_000),
  /** Pages of a PDF; the house limit unless the item says less. */
  maxPages: z.int().min(1).max(HOUSE_LIMITS.maxPages).optional(),
  /** Pixels of a picture, also of one in a PDF; the house limit unless the item says less. */
  maxPixels: z.int().min(1).max(HOUSE_LIMITS.maxPixels).optional(),
  /** Days for which it may be reused, from when it was first found clean; the house limit unless the item says less. */
  reusableDays: z.int().min(0).max(HOUSE_LIMITS.reusableDays).optional(),
  /** Made by the applicant, who promises that it is true; else it is a copy of what somebody issued. */
  selfMade: z.literal(true).optional(),
  note: Text.optional(),
});
export type Material = z.infer<typeof Material>;
