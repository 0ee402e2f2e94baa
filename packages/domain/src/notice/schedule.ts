import { waitBefore } from "../delivery/schedule.ts";
import { HOUR } from "../instant.ts";

/** 示例: six attempts over 7 h 35 min, so that who was not reached stands on the call list the same day or the next. */
export const MOST_ATTEMPTS = 6;

/** Milliseconds before the `number`th attempt on a way (1 …), as for webhooks. */
export const waitOnWay = (number: number): number => waitBefore(number) ?? 0;

/** 示例: mainland gateways report within three days; what they have not said by then they do not say. */
export const REPORT_WAIT = 72 * HOUR;
