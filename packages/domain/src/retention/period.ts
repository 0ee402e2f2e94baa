import * as z from "zod";
import { nominalDay } from "../calendar/deadline.ts";
import { Limit } from "../calendar/limit.ts";
import { dayOf, endOf } from "../day.ts";
import { oneOf } from "../declared.ts";
import type { Instant } from "../instant.ts";
import { Text } from "../text.ts";

/** Records whose end the retention run brings (dispatch/run-retention.ts). */
export const Retained = oneOf(["draft", "withdrawn", "decided", "opening"]);
export type Retained = z.infer<typeof Retained>;

/** Records that go by themselves where they are kept: the store, the lock, the service underneath. */
const SelfEnding = oneOf([
  "unused-upload",
  "delivery-attempt",
  "queued-message",
  "service-log",
  "backup",
  "log-root",
]);

const period = {
  name: Text,
  /** Counted from the last change, the day of it not counted; null: nothing is kept. */
  kept: Limit.nullable(),
  /** What is counted from, and what becomes of it at the end. */
  means: Text,
};

/** How long records of a kind are kept. A number without a source is an example and shown so (示例). */
export const Period = z.discriminatedUnion("endedBy", [
  z.object({ ...period, record: Retained, endedBy: z.literal("run"), kept: Limit }),
  z.object({ ...period, record: SelfEnding, endedBy: z.literal("itself") }),
]);
export type Period = z.infer<typeof Period>;
export type RunPeriod = Extract<Period, { endedBy: "run" }>;

/** The first instant at which what last changed at `changed` is no longer kept: never rolled to a working day. */
export const keptUntil = (limit: Limit, changed: Instant): Instant =>
  endOf(nominalDay(dayOf(changed), limit));
