import * as z from "zod";

export const ItemId = z
  .string()
  .regex(/^item_[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<"ItemId">();
export type ItemId = z.infer<typeof ItemId>;
