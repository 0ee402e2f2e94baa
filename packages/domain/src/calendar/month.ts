import { Day } from "../day.ts";

/**
 * The day `count` months after `day`: the one with the same number, or the last of the month when there is none
 * (民法典 Civil Code art. 202).
 */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const number = Math.min(Number(day.slice(8)), last);
  return Day.parse(`${pad(year, 4)}-${pad(month, 2)}-${pad(number, 2)}`);
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");
