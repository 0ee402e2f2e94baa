import * as z from "zod";
import { dayOf } from "../day.ts";
import { Answers } from "../item/answers.ts";
import { checkAnswers, isNothing, type CheckedAnswers } from "../item/check-answers.ts";
import type { Fault } from "../item/fault.ts";
import type { FieldId } from "../item/field.ts";
import { formOf } from "../item/form.ts";
import { consentsOf } from "../item/guarded.ts";
import type { Item } from "../item/item.ts";
import type { LegalClock } from "../port/legal-clock.ts";

type Mode = "draft" | "submission";

const Given = z.record(z.string(), z.unknown());

/** Faults of the answers as a whole, whatever an item says of its own. */
const STRANGE: ReadonlySet<Fault["cause"]> = new Set(["not-answers", "unknown-field"]);

export type AnswersRefusal =
  | { readonly code: "answers-faulty"; readonly faults: readonly Fault[] }
  /** Somebody is under fourteen today and no guardian has consented. */
  | { readonly code: "guardian-consent-missing"; readonly consents: readonly FieldId[] };

interface Judged {
  readonly answers: Answers;
  /** Where guardians consented for whoever is under fourteen today. */
  readonly consents: readonly FieldId[];
}

/** A field that this item does not ask of somebody who answered so, though another item of the bundle does. */
const withoutForeign = (item: Item, answers: Record<string, unknown>, mode: Mode): CheckedAnswers => {
  const checked = checkAnswers(item, answers, mode);
  if (checked.ok) return checked;
  const foreign = checked.faults.filter(({ cause }) => cause === "not-applicable").map(({ field }) => field);
  if (foreign.length === 0) return checked;
  const rest = Object.fromEntries(Object.entries(answers).filter(([id]) => !foreign.includes(id)));
  return checkAnswers(item, rest, mode);
};

const sameFault = (one: Fault, other: Fault): boolean =>
  one.field === other.field && one.cause === other.cause;

/** Each item is held against its own fields; what none of them asks is a fault, and what several ask is one answer. */
const checkTogether = (items: readonly Item[], answers: unknown, mode: Mode): CheckedAnswers => {
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0) return checkAnswers(only, answers, mode);
  const shape = checkAnswers({ fields: formOf(items).fields }, answers, "draft");
  const unknown = shape.ok ? [] : shape.faults.filter(({ cause }) => STRANGE.has(cause));
  const given = Given.safeParse(answers).data;
  if (given === undefined || unknown.length > 0) return { ok: false, faults: unknown };
  const checked = items.map((item) => {
    const own = new Set<string>(item.fields.map(({ id }) => id));
    return withoutForeign(
      item,
      Object.fromEntries(Object.entries(given).filter(([id]) => own.has(id))),
      mode,
    );
  });
  const faults = checked.flatMap((each) => (each.ok ? [] : each.faults));
  const first = faults.filter(
    (fault, index) => faults.findIndex((known) => sameFault(known, fault)) === index,
  );
  if (first.length > 0) return { ok: false, faults: first };
  const right = Object.fromEntries(checked.flatMap((each) => (each.ok ? Object.entries(each.answers) : [])));
  const answered = Object.entries(given).filter(([, answer]) => !isNothing(answer));
  const foreign = answered.filter(([id]) => right[id] === undefined);
  return foreign.length > 0
    ? { ok: false, faults: foreign.map(([field]) => ({ field, cause: "not-applicable" })) }
    : { ok: true, answers: Answers.parse(right) };
};

/**
 * What was answered, against every item that is applied for, and today. Facts about a child are not even kept in a draft
 * before a guardian has consented (个人信息保护法 art. 31).
 */
export const judgeAnswers = (
  clock: LegalClock,
  items: readonly Item[],
  answers: unknown,
  mode: Mode,
): Judged | { readonly refusal: AnswersRefusal } => {
  const checked = checkTogether(items, answers, mode);
  if (!checked.ok) return { refusal: { code: "answers-faulty", faults: checked.faults } };
  const consents = items.map((item) => consentsOf(item, checked.answers, dayOf(clock.now())));
  const wanting = [...new Set(consents.flatMap((each) => each.wanting))];
  return wanting.length > 0
    ? { refusal: { code: "guardian-consent-missing", consents: wanting } }
    : { answers: checked.answers, consents: [...new Set(consents.flatMap((each) => each.given))] };
};
