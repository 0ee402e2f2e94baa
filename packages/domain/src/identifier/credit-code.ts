import type * as z from "zod";
import { identifier, type IdentifierFault } from "./identifier.ts";

/** Digits and letters without I, O, S, V, Z, which look like others. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3^n mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * 统一社会信用代码 (GB 32100-2015): seventeen characters and a check character (31 − Σ mod 31) mod 31. The outer mod is
 * easily forgotten and matters when the remainder is 0.
 */
export function creditCodeFault(text: string): IdentifierFault | null {
  if (text.length !== 18) return "length";
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return "alphabet";
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return values[17] === (31 - (sum % 31)) % 31 ? null : "checksum";
}

export const CreditCode = identifier(creditCodeFault).brand<"CreditCode">();
export type CreditCode = z.infer<typeof CreditCode>;
