import * as z from "zod";

/** Why a number cannot be right. Each has its own words for the person who typed it. */
export const IdentifierFault = z.enum(["length", "alphabet", "date", "checksum", "address", "country-code"]);
export type IdentifierFault = z.infer<typeof IdentifierFault>;

/** The first thing that is wrong with a number, or null. */
export type Check = (text: string) => IdentifierFault | null;

/** Text that passes `check`; the message of the issue is the fault. Nothing is corrected on the way. */
export const identifier = (check: Check) =>
  z.string().check((context) => {
    const fault = check(context.value);
    if (fault) context.issues.push({ code: "custom", message: fault, input: context.value });
  });
