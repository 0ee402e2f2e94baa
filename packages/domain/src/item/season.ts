import * as z from "zod";
import { Provenance } from "../calendar/provenance.ts";
import { Day } from "../day.ts";
import { Instant } from "../instant.ts";
import { Locality } from "../place/locality.ts";
import { Text } from "../text.ts";
import { code } from "./code.ts";

export const SeasonId = code.brand<"SeasonId">();
export type SeasonId = z.infer<typeof SeasonId>;

/**
 * The time in which an item that has seasons can be applied for in one place, and the day by which everybody who applied
 * in it has an answer. `closes` is the first instant that is too late.
 */
export const Season = z
  .object({
    id: SeasonId,
    name: Text,
    locality: Locality,
    opens: Instant,
    closes: Instant,
    answeredBy: Day,
    provenance: Provenance,
  })
  .refine(({ opens, closes }) => opens < closes, { message: "a season ends after it begins" });
export type Season = z.infer<typeof Season>;
