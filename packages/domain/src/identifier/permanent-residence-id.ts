import type * as z from "zod";
import { identifier, type IdentifierFault } from "./identifier.ts";
import { holdsMod112 } from "./mod-11-2.ts";

/**
 * Number of the foreigner's permanent resident card 外国人永久居留身份证. Two are in circulation and both hold: since
 * 2023-12-01 eighteen characters, the first a 9, the last by MOD 11-2 as on resident cards; before, three letters of
 * the country and twelve digits (machine-reading rule of 2023). The rule for the inner digits was not found, so they are
 * not judged.
 */
export function permanentResidenceIdFault(text: string): IdentifierFault | null {
  if (text.length === 15) return /^[A-Z]{3}\d{12}$/.test(text) ? null : "alphabet";
  if (text.length !== 18) return "length";
  if (!/^9\d{16}[\dX]$/.test(text)) return "alphabet";
  return holdsMod112(text) ? null : "checksum";
}

export const PermanentResidenceId = identifier(permanentResidenceIdFault).brand<"PermanentResidenceId">();
export type PermanentResidenceId = z.infer<typeof PermanentResidenceId>;
