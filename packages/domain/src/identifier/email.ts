import type * as z from "zod";
import { identifier, type IdentifierFault } from "./identifier.ts";

/** RFC 5321 §4.5.3.1: 64 octets before the sign, and a path of 256 with its angle brackets. */
const LONGEST_LOCAL = 64;
const LONGEST = 254;

const ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
/** Labels of a host name (RFC 1123), the last of them no number; an international one in its `xn--` form. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

/**
 * An e-mail address that every mail server takes: `dot-atom@domain` of RFC 5322, without quoted names, comments, address
 * literals or letters beyond ASCII. So no blank, comma, angle bracket or line break can stand in one, and none can become
 * a second address or a second header.
 */
export function emailFault(text: string): IdentifierFault | null {
  if (text.length > LONGEST) return "length";
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  if (!ATOM.test(local) || !DOMAIN.test(text.slice(at + 1))) return "address";
  return local.length > LONGEST_LOCAL ? "length" : null;
}

export const EmailAddress = identifier(emailFault).brand<"EmailAddress">();
export type EmailAddress = z.infer<typeof EmailAddress>;

/** What a person meant: full-width characters become plain ones, outer blanks go; the domain knows no capitals. */
export const normaliseEmail = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/@[^@]*$/, (domain) => domain.toLowerCase());
