import type * as z from "zod";
import { identifier, type IdentifierFault } from "./identifier.ts";
import { normalise } from "./normalise.ts";

const MAINLAND = /^\+861[3-9]\d{9}$/;

/**
 * A mobile number in its international form (ITU-T E.164: a plus, a country code, fifteen digits at most). Of the
 * mainland's the plan is known: eleven digits that begin with 13 to 19.
 */
export function mobileFault(text: string): IdentifierFault | null {
  if (!/^\+?\d*$/.test(text)) return "alphabet";
  if (!/^\+[1-9]/.test(text)) return "country-code";
  if (text.startsWith("+86")) return MAINLAND.test(text) ? null : text.length === 14 ? "alphabet" : "length";
  return text.length < 8 || text.length > 16 ? "length" : null;
}

export const MobileNumber = identifier(mobileFault).brand<"MobileNumber">();
export type MobileNumber = z.infer<typeof MobileNumber>;

/** Whether mainland gateways reach it. */
export const isMainland = (number: string): boolean => MAINLAND.test(number);

/** What a person meant: a mainland number may come without its country code, any other with 00 for the plus. */
export const normaliseMobile = (text: string): string => {
  const digits = normalise(text).replaceAll(/[().]/g, "").replace(/^00/, "+");
  if (/^861[3-9]\d{9}$/.test(digits)) return `+${digits}`;
  return /^1[3-9]\d{9}$/.test(digits) ? `+86${digits}` : digits;
};
