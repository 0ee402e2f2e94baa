import type { Answers } from "./answers.ts";
import { checkAnswer, type Checked } from "./check-answer.ts";
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
  const progress: Progress = { right: new Map(), open: new Set(), mode };
  for (const field of item.fields) {
    const fault = take(field, given.get(field.id), progress);
    if (fault) faults.push({ field: field.id, ...fault });
  }
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, answers: Object.fromEntries(progress.right) };
}

/** What is right so far, and which fields are asked but not settled: what hangs on those cannot be judged yet. */
type Progress = {
  right: Map<FieldId, string | number>;
  open: Set<FieldId>;
  mode: "draft" | "submission";
};

/** Puts the answer to `field` into `right`, or says why not. Fields only look back, so what they depend on is there. */
function take(field: Field, answer: unknown, progress: Progress): Omit<Fault, "field"> | null {
  const { right, open, mode } = progress;
  const asked = isAsked(field, progress);
  if (isNothing(answer)) {
    if (asked !== "no" && (field.required || mode === "draft")) open.add(field.id);
    return asked === "yes" && field.required && mode === "submission" ? { cause: "required" } : null;
  }
  if (asked === "no") return { cause: "not-applicable" };
  const checked = order(field, checkAnswer(field, answer), right);
  if ("cause" in checked) {
    open.add(field.id);
    return checked;
  }
  right.set(field.id, checked.value);
  return null;
}

function isAsked({ when }: Field, { right, open }: Progress): "yes" | "no" | "perhaps" {
  if (!when) return "yes";
  if (open.has(when.field)) return "perhaps";
  return right.get(when.field) === when.equals ? "yes" : "no";
}

/** A date that has to follow another one. ISO days sort as text. */
function order(field: Field, checked: Checked, right: Progress["right"]): Checked {
  if (field.type !== "date" || !field.notBefore || "cause" in checked) return checked;
  const earlier = right.get(field.notBefore);
  return earlier !== undefined && checked.value < earlier
    ? { cause: "before", limit: field.notBefore }
    : checked;
}

export const isNothing = (answer: unknown): boolean =>
  answer === undefined || answer === null || (typeof answer === "string" && answer.trim() === "");

function entriesOf(answers: unknown): Map<string, unknown> | null {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) return null;
  const entries = Object.entries(answers);
  return entries.length > MOST_KEYS ? null : new Map(entries);
}
