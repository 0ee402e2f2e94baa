import type { IdentifierFault } from "./identifier.ts";

/** Twelve letters and digits, without those that are easily confused. It has no check character: it is claimed, not counted. */
export function caseNumberFault(text: string): IdentifierFault | null {
  if (text.length !== 12) return "length";
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(text) ? null : "alphabet";
}
