import type { Item } from "./item.ts";

/**
 * What an HTML form sent, as answers: forms know only text, so whole numbers are read here and empty inputs dropped.
 * What is not a whole number stays text and `checkAnswers` refuses it; inputs that are no field stay as they are.
 */
export function formAnswers(
  item: Pick<Item, "fields">,
  form: Readonly<Record<string, string>>,
): Record<string, string | number> {
  const integers = new Set<string>(
    item.fields.filter((field) => field.type === "integer").map((field) => field.id),
  );
  const filled = Object.entries(form).filter(([, text]) => text.trim() !== "");
  return Object.fromEntries(filled.map(([id, text]) => [id, integers.has(id) ? wholeNumber(text) : text]));
}

function wholeNumber(text: string): string | number {
  const digits = text.normalize("NFKC").trim();
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : text;
}
