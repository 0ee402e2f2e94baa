import { Retained } from "@window/domain/retention/period.ts";
import * as z from "zod";
import { Moment } from "./moment.ts";

const over = {
  record: Retained,
  /** The changes gone over: not before `from`, and before `until`. */
  from: Moment,
  until: Moment,
};

/** What one run of one kind of record did. Numbers; nothing about anybody. */
export const RetentionReport = z.object({
  ...over,
  at: Moment,
  erased: z.int().nonnegative(),
  /** Due, and kept because somebody objects. */
  held: z.int().nonnegative(),
});

/** What the next run would do. `complete` is false where there is more than was looked at. */
export const RetentionDue = z.object({
  ...over,
  due: z.int().nonnegative(),
  held: z.int().nonnegative(),
  complete: z.boolean(),
});
