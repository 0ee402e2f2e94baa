import type { Text } from "@window/domain/text.ts";

type More = Readonly<Record<string, unknown>>;

/** One question, personal and required unless `more` says otherwise. */
const question =
  (type: string, rest: More = {}) =>
  (id: string, label: Text, more: More = {}) => ({
    id,
    type,
    label,
    required: true,
    privacy: "personal",
    ...rest,
    ...more,
  });

export const text = question("text", { maxLength: 120 });
export const date = question("date");
export const mobile = question("mobile");
export const email = question("email");
export const passport = question("passport");
export const integer = question("integer");
export const creditCode = question("credit-code", { privacy: "code" });
export const caseNumber = question("case-number");

/** A choice in the clear; options are written as code, Chinese, English. */
export const choice = (
  id: string,
  label: Text,
  options: readonly (readonly [string, string, string])[],
  more: More = {},
) => ({
  id,
  type: "choice",
  label,
  required: true,
  privacy: "code",
  options: options.map(([code, zh, en]) => ({ code, label: { zh, en } })),
  ...more,
});

/** Asked only when that choice was answered so. */
export const when = (field: string, equals: string) => ({ when: { field, equals } });
