import * as z from "zod";
import { Provenance } from "../calendar/provenance.ts";
import { Text } from "../text.ts";
import { Locality } from "./locality.ts";

export const WindowId = z
  .string()
  .regex(/^win_[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<"WindowId">();
export type WindowId = z.infer<typeof WindowId>;

/** A place where people are received. The address is optional, and marked: none is shown that nobody verified. */
export const Window = z.object({
  id: WindowId,
  name: Text,
  level: z.enum(["province", "city", "county", "park"]),
  locality: Locality,
  address: z.object({ text: Text, provenance: Provenance }).optional(),
});
export type Window = z.infer<typeof Window>;
