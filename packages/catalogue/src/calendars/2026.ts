import { CalendarYear } from "@window/domain/calendar/calendar.ts";
import { span } from "./span.ts";

/** 国务院办公厅关于2026年部分节假日安排的通知 */
export const year2026 = CalendarYear.parse({
  year: 2026,
  status: "official",
  document: "国办发明电〔2025〕7号",
  issuedOn: "2025-11-04",
  source: "gov.cn content_7047091 (full text: gmw.cn, 2025-11-04)",
  holidays: [
    ...span("2026-01-01", "2026-01-03"), // 元旦
    ...span("2026-02-15", "2026-02-23"), // 春节
    ...span("2026-04-04", "2026-04-06"), // 清明节
    ...span("2026-05-01", "2026-05-05"), // 劳动节
    ...span("2026-06-19", "2026-06-21"), // 端午节
    ...span("2026-09-25", "2026-09-27"), // 中秋节
    ...span("2026-10-01", "2026-10-07"), // 国庆节
  ],
  workdays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
});
