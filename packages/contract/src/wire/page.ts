import { Day } from "@window/domain/day.ts";
import * as z from "zod";

/** Which part of a list is asked for: `limit` rows after the place that `next` of the page before named. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number<string>().int().min(1).max(100).default(20),
  after: z.string().min(1).max(600).optional(),
});

/** A day in Asia/Shanghai by which a list is narrowed; the bounds keep it writable as ISO 8601 with four digits. */
const ListDay = Day.refine((day) => day >= "1970-01-02" && day < "9999-12-31");

/** Narrow a list to days, both included; what happened then is said where it is used. */
export const fromTo = { from: ListDay.optional(), to: ListDay.optional() };

/** Narrows a list to what has to be done by then: the last day of the limit is this one, or earlier. */
export const dueBy = { dueBy: ListDay.optional() };

/**
 * One page of a list. Without `next` it is the last one. Where a list is narrowed, a page may be shorter than its `limit`,
 * even empty, and have a `next`.
 */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().optional() });
