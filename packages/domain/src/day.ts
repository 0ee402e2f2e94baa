import * as z from "zod";
import { HOUR, Instant } from "./instant.ts";

/** A calendar day of the place of the window, `YYYY-MM-DD` in Asia/Shanghai. */
export const Day = z.iso.date().brand<"Day">();
export type Day = z.infer<typeof Day>;

/**
 * China has kept UTC+08:00 without summer time since 1992, and every instant of this system is later than that,
 * so the offset is a constant and the time zone of the process never matters.
 */
const SHANGHAI_OFFSET = 8 * HOUR;
const DAY = 24 * HOUR;

/** The day in Asia/Shanghai on which `instant` falls. */
export const dayOf = (instant: Instant): Day =>
  Day.parse(new Date(instant + SHANGHAI_OFFSET).toISOString().slice(0, 10));

/** 00:00 in Asia/Shanghai at the beginning of `day`. */
export const startOf = (day: Day): Instant => Instant.parse(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET);

/** 24:00 in Asia/Shanghai, the first instant that is no longer `day` (Civil Code 民法典 art. 203: a day ends at 24:00). */
export const endOf = (day: Day): Instant => Instant.parse(startOf(day) + DAY);

/** The day `count` calendar days after `day` (negative: before). */
export const addDays = (day: Day, count: number): Day => dayOf(Instant.parse(startOf(day) + count * DAY));

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();
