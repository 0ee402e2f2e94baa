import * as z from "zod";
import { CalendarVersion } from "../calendar/calendar.ts";
import { Day } from "../day.ts";
import { Instant } from "../instant.ts";
import { CheckpointId } from "../item/checkpoint.ts";

/** A due date with everything that was known when it was set: which calendar, and whether a year of it is only expected. */
export const Term = z.object({
  due: Instant,
  lastDay: Day.meta({ declared: "code" }),
  provisional: z.boolean(),
  calendar: CalendarVersion.meta({ declared: "code" }),
});
export type Term = z.infer<typeof Term>;

/** The instants at which a term is looked at, in their order; absent in what was written before there were any. */
export const watched = {
  watched: z
    .array(z.object({ checkpoint: CheckpointId.meta({ declared: "code" }), at: Instant }))
    .exactOptional(),
};
