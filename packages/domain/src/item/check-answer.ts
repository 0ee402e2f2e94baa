import { Day } from "../day.ts";
import { creditCodeFault } from "../identifier/credit-code.ts";
import type { Check } from "../identifier/identifier.ts";
import { identityChecks } from "../identifier/identity.ts";
import { normalise } from "../identifier/normalise.ts";
import { emailFault, normaliseEmail } from "../identifier/email.ts";
import { mobileFault, normaliseMobile } from "../identifier/mobile.ts";
import { caseNumberFault } from "../identifier/case-number.ts";
import { phoneFault } from "../identifier/phone.ts";
import type { Fault } from "./fault.ts";
import type { Field } from "./field.ts";

export type Checked = { value: string | number } | Omit<Fault, "field">;

/** Longer than any answer may be; nothing longer is looked at. */
const LONGEST = 20_000;

/** One answer against its field: the canonical value, or what is wrong with it. */
export function checkAnswer(field: Field, answer: unknown): Checked {
  if (field.type === "integer") return checkInteger(answer, field.min, field.max);
  if (typeof answer !== "string") return { cause: "wrong-type" };
  if (answer.length > LONGEST) return { cause: "too-long" };
  if (field.type === "text") return checkText(answer, field.maxLength);
  if (field.type === "date") return Day.safeParse(answer).success ? { value: answer } : { cause: "date" };
  if (field.type === "email") return checkNumber(emailFault, normaliseEmail(answer));
  if (field.type === "mobile") return checkNumber(mobileFault, normaliseMobile(answer));
  if (field.type !== "choice") return checkNumber(checks[field.type], normalise(answer));
  const known = field.options.some((option) => option.code === answer);
  return known ? { value: answer } : { cause: "unknown-option" };
}

const checks = {
  ...identityChecks,
  "credit-code": creditCodeFault,
  phone: phoneFault,
  "case-number": caseNumberFault,
} satisfies Record<
  Exclude<Field["type"], "text" | "date" | "choice" | "integer" | "email" | "mobile">,
  Check
>;

function checkNumber(check: Check, value: string): Checked {
  const cause = check(value);
  return cause ? { cause } : { value };
}

function checkInteger(answer: unknown, min: number, max: number): Checked {
  if (typeof answer !== "number" || !Number.isSafeInteger(answer)) return { cause: "wrong-type" };
  if (answer < min) return { cause: "too-small", limit: min };
  return answer > max ? { cause: "too-large", limit: max } : { value: answer };
}

/** Line breaks and tabs are text; other control characters and broken surrogates cannot be shown or stored safely. */
function checkText(answer: string, maxLength: number): Checked {
  if (!answer.isWellFormed()) return { cause: "characters" };
  const value = answer.replaceAll("\r\n", "\n").normalize("NFC").trim();
  if (/[\p{Cc}--[\n\t]]/v.test(value)) return { cause: "characters" };
  return Array.from(value).length > maxLength ? { cause: "too-long", limit: maxLength } : { value };
}
