import * as z from "zod";
import { Day } from "../day.ts";

/**
 * Where a number comes from. Every number that reaches a person carries it:
 * `sourced` names the document and the day somebody last looked at it; `example` is a demonstration value and is
 * labelled 示例 wherever it is shown.
 */
export const Provenance = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("sourced"),
    document: z.string().min(1),
    url: z.url().optional(),
    article: z.string().min(1).optional(),
    verifiedOn: Day,
  }),
  z.object({ kind: z.literal("example") }),
]);
export type Provenance = z.infer<typeof Provenance>;
