import * as z from "zod";
import { Provenance } from "./provenance.ts";

/** 时限单位 of the national 实施清单: 工作日, 自然日, 月, 小时, 分钟. */
export const LimitUnit = z.enum(["working-day", "calendar-day", "month", "hour", "minute"]);
export type LimitUnit = z.infer<typeof LimitUnit>;

/** Keeps every due date far inside four-digit years: 10,000 months are 833 years. */
const MOST = 10_000;

/**
 * A time limit with its unit and its source. Zero is only a limit in working days, where it means "the same day"
 * (即办); a limit of zero hours would be overdue at the moment it starts and is refused.
 */
export const Limit = z
  .object({ count: z.int().min(0).max(MOST), unit: LimitUnit, provenance: Provenance })
  .refine((limit) => limit.count > 0 || limit.unit === "working-day", {
    path: ["count"],
    message: "zero is a limit in working days only",
  });
export type Limit = z.infer<typeof Limit>;
