import { Calendar } from "@window/domain/calendar/calendar.ts";
import { year2025 } from "./calendars/2025.ts";
import { year2026 } from "./calendars/2026.ts";
import { year2027 } from "./calendars/2027.ts";

/** Working days in China. The version is the day of the latest notice in it; a correction of data gets a suffix. */
export const calendar = Calendar.parse({
  id: "cal_cn",
  region: "CN",
  version: "cn-2025-11-04",
  years: [year2025, year2026, year2027],
});
