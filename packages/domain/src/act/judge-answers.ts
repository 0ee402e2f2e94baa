import { dayOf } from "../day.ts";
import type { Answers } from "../item/answers.ts";
import { checkAnswers } from "../item/check-answers.ts";
import type { Fault } from "../item/fault.ts";
import type { FieldId } from "../item/field.ts";
import { consentsOf } from "../item/guarded.ts";
import type { Item } from "../item/item.ts";
import type { LegalClock } from "../port/legal-clock.ts";

export type AnswersRefusal =
  | { readonly code: "answers-faulty"; readonly faults: readonly Fault[] }
  /** Somebody is under fourteen today and no guardian has consented. */
  | { readonly code: "guardian-consent-missing"; readonly consents: readonly FieldId[] };

interface Judged {
  readonly answers: Answers;
  /** Where guardians consented for whoever is under fourteen today. */
  readonly consents: readonly FieldId[];
}

/**
 * What was answered, against the item and today. Facts about a child are not even kept in a draft before a guardian has
 * consented (个人信息保护法 art. 31).
 */
export const judgeAnswers = (
  clock: LegalClock,
  item: Item,
  answers: unknown,
  mode: "draft" | "submission",
): Judged | { readonly refusal: AnswersRefusal } => {
  const checked = checkAnswers(item, answers, mode);
  if (!checked.ok) return { refusal: { code: "answers-faulty", faults: checked.faults } };
  const { given, wanting } = consentsOf(item, checked.answers, dayOf(clock.now()));
  return wanting.length > 0
    ? { refusal: { code: "guardian-consent-missing", consents: wanting } }
    : { answers: checked.answers, consents: given };
};
