import type { Answers } from "./answers.ts";
import { checkAnswer } from "./check-answer.ts";
import type { Fault } from "./fault.ts";
import type { Field, FieldId } from "./field.ts";
import type { Item } from "./item.ts";

export type CheckedAnswers = { ok: true; answers: Answers } | { ok: false; faults: Fault[] };

/** No item has more than 100 fields; more keys than this are not looked at one by one. */
const MOST_KEYS = 200;

/**
 * What was sent, against the fields of the item. Nothing is trusted: any JSON value may come, however deep or large,
 * and it is looked at one level deep.
 * A draft may be partial, but what is there must be right; a submission must be complete. An empty text and null are
 * no answer. Numbers of identity come back in their canonical form (`normalise`), text trimmed.
 */
export function checkAnswers(
  item: Pick<Item, "fields">,
  answers: unknown,
  mode: "draft" | "submission",
): CheckedAnswers {
  const given = entriesOf(answers);
  if (!given) return { ok: false, faults: [{ field: "", cause: "not-answers" }] };
  const ids = new Set<string>(item.fields.map((field) => field.id));
  const faults: Fault[] = [...given.keys()]
    .filter((id) => !ids.has(id))
    .map((id) => ({ field: id.slice(0, 40), cause: "unknown-field" }));
  const right = new Map<FieldId, string | number>();
  for (const field of item.fields) {
    const fault = take(field, given.get(field.id), right, mode);
    if (fault) faults.push({ field: field.id, ...fault });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, answers: Object.fromEntries(right) };
}

/** Puts the answer to `field` into `right`, or says why not. Fields only look back, so what they depend on is there. */
function take(
  field: Field,
  answer: unknown,
  right: Map<FieldId, string | number>,
  mode: "draft" | "submission",
): Omit<Fault, "field"> | null {
  const asked = isAsked(field, right, mode);
  if (isNothing(answer))
    return asked && field.required && mode === "submission" ? { cause: "required" } : null;
  if (!asked) return { cause: "not-applicable" };
  const checked = checkAnswer(field, answer);
  if ("cause" in checked) return checked;
  if (field.type === "date" && field.notBefore) {
    const earlier = right.get(field.notBefore);
    if (earlier !== undefined && checked.value < earlier) return { cause: "before", limit: field.notBefore };
  }
  right.set(field.id, checked.value);
  return null;
}

/** While the choice it hangs on is open, a draft may already hold the answer. */
function isAsked(
  { when }: Field,
  right: ReadonlyMap<FieldId, string | number>,
  mode: "draft" | "submission",
): boolean {
  if (!when) return true;
  const chosen = right.get(when.field);
  return chosen === undefined ? mode === "draft" : chosen === when.equals;
}

const isNothing = (answer: unknown): boolean =>
  answer === undefined || answer === null || (typeof answer === "string" && answer.trim() === "");

function entriesOf(answers: unknown): Map<string, unknown> | null {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) return null;
  const entries = Object.entries(answers);
  return entries.length > MOST_KEYS ? null : new Map(entries);
}
