import * as z from "zod";
import { identifier, type IdentifierFault } from "./identifier.ts";
import { holdsMod112 } from "./mod-11-2.ts";

/**
 * 公民身份号码 (GB 11643-1999): six digits of the place, eight of the birth date, three of sequence, a check character.
 * The first digit is 1 to 8; 9 belongs to foreigners with permanent residence. The old number of fifteen is no longer issued.
 */
export function residentIdFault(text: string): IdentifierFault | null {
  if (text.length !== 18) return "length";
  if (!/^[1-8]\d{16}[\dX]$/.test(text)) return "alphabet";
  if (!isDay(text.slice(6, 14))) return "date";
  return holdsMod112(text) ? null : "checksum";
}

export const ResidentId = identifier(residentIdFault).brand<"ResidentId">();
export type ResidentId = z.infer<typeof ResidentId>;

const isDay = (digits: string): boolean =>
  z.iso.date().safeParse(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`).success;
