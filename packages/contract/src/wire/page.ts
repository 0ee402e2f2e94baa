import * as z from "zod";

/** Which part of a list is asked for: `limit` rows after the place that `next` of the page before named. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number<string>().int().min(1).max(100).default(20),
  after: z.string().min(1).max(600).optional(),
});

/** One page of a list. Without `next` it is the last one. */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().optional() });
