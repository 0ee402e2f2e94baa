import { CalendarYear } from "@window/domain/calendar/calendar.ts";
import { span } from "./span.ts";

/** 国务院办公厅关于2025年部分节假日安排的通知. The number was seen on copies of the notice, the text in the press. */
export const year2025 = CalendarYear.parse({
  year: 2025,
  status: "official",
  document: "国办发明电〔2024〕12号",
  issuedOn: "2024-11-12",
  source: "https://m.gmw.cn/2024-11/12/content_1303894933.htm",
  holidays: [
    "2025-01-01", // 元旦
    ...span("2025-01-28", "2025-02-04"), // 春节
    ...span("2025-04-04", "2025-04-06"), // 清明节
    ...span("2025-05-01", "2025-05-05"), // 劳动节
    ...span("2025-05-31", "2025-06-02"), // 端午节
    ...span("2025-10-01", "2025-10-08"), // 国庆节、中秋节
  ],
  workdays: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
});
