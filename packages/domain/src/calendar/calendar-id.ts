import * as z from "zod";

export const CalendarId = z
  .string()
  .regex(/^cal_[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)
  .brand<"CalendarId">();
export type CalendarId = z.infer<typeof CalendarId>;
