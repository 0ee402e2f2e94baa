import type * as z from "zod";
import { identifier, type IdentifierFault } from "./identifier.ts";

/**
 * A passport number: one to nine letters and digits (ICAO 9303). The printed number has no check digit, so only its
 * shape can be judged. It changes on renewal and never names a person for good.
 */
export function passportFault(text: string): IdentifierFault | null {
  if (text.length < 1 || text.length > 9) return "length";
  return /^[A-Z0-9]+$/.test(text) ? null : "alphabet";
}

export const PassportNumber = identifier(passportFault).brand<"PassportNumber">();
export type PassportNumber = z.infer<typeof PassportNumber>;
