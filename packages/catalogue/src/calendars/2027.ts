import { CalendarYear } from "@window/domain/calendar/calendar.ts";
import { span } from "./span.ts";

/**
 * The notice for 2027 was not found, so this is only what the law itself fixes (art. 2: thirteen days). The law
 * compensates the ones on a Saturday or Sunday (art. 6); on which day, and what is made up for, only the notice says.
 */
export const year2027 = CalendarYear.parse({
  year: 2027,
  status: "provisional",
  document: "全国年节及纪念日放假办法（2024年修订）第二条",
  issuedOn: "2024-11-10",
  source: "全国年节及纪念日放假办法, fourth revision of 2024-11-10",
  holidays: [
    "2027-01-01", // 元旦
    ...span("2027-02-05", "2027-02-08"), // 除夕、正月初一至初三
    "2027-04-05", // 清明节
    ...span("2027-05-01", "2027-05-02"), // 劳动节
    "2027-06-09", // 端午节
    "2027-09-15", // 中秋节
    ...span("2027-10-01", "2027-10-03"), // 国庆节
  ],
  workdays: [],
});
