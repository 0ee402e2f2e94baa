import { Day } from "@window/domain/day.ts";
import * as z from "zod";

/** A moment, ISO 8601 in UTC. */
export const Moment = z.iso.datetime();

/**
 * When a limit ends. `due` is the first moment that is no longer in time; `lastDay` the last day in Asia/Shanghai.
 * `provisional` 预计: the calendar of that year is not published yet, the date may move. `example` 示例: the limit is a
 * demonstration value and comes from no published source.
 */
export const Term = z.object({
  due: Moment,
  lastDay: Day,
  provisional: z.boolean(),
  example: z.boolean(),
  calendar: z.string(),
});
export type Term = z.input<typeof Term>;
