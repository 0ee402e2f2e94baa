import { Day } from "../day.ts";

/** Days from which, and up to and with which, something is in force; without an end, until further notice. */
export const inForce = { from: Day, until: Day.exactOptional() };

/** Whether something is in force on a day. ISO days sort as text. */
export const isInForce = (
  { from, until }: { readonly from: Day; readonly until?: Day | undefined },
  day: Day,
): boolean => from <= day && (until === undefined || day <= until);
