import type * as z from "zod";
import { identifier, type IdentifierFault } from "./identifier.ts";

/**
 * A telephone number anywhere in the world: five to fifteen digits (ITU-T E.164 allows fifteen), optionally after a
 * plus. Not tied to mainland numbers: people come to this window who have none yet.
 */
export function phoneFault(text: string): IdentifierFault | null {
  if (!/^\+?\d*$/.test(text)) return "alphabet";
  const digits = text.replace("+", "").length;
  return digits < 5 || digits > 15 ? "length" : null;
}

export const PhoneNumber = identifier(phoneFault).brand<"PhoneNumber">();
export type PhoneNumber = z.infer<typeof PhoneNumber>;
