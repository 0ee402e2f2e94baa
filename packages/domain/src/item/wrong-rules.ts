import type { Field, FieldId } from "./field.ts";
import type { Parts } from "./parts.ts";

/** What is wrong with the rules by which cases of an item get their kind. */
export function wrongRules(item: Parts): string[] {
  const ways = new Set(item.ways.map(({ id }) => id));
  const used = new Set(item.kinds.map(({ way }) => way));
  return [
    ...(item.kinds.length === 0 ? ["an item that is handled here has a rule of kind"] : []),
    ...item.kinds.filter(({ way }) => !ways.has(way)).map(({ id }) => `rule ${id} names no way`),
    ...item.ways.filter(({ id }) => !used.has(id)).map(({ id }) => `no rule leads to way ${id}`),
    ...item.kinds.flatMap((rule) =>
      (rule.when.answers ?? [])
        .filter(({ field, in: codes }) => !offers(item, field, codes))
        .map(({ field }) => `rule ${rule.id} asks ${field} for an answer that it does not offer`),
    ),
    ...wrongFacts(item),
  ];
}

const fieldOf = ({ fields }: Parts, id: FieldId | undefined): Field | undefined =>
  fields.find((field) => field.id === id);

/** Rules read what stands in the clear: a choice that is a `code`. */
const offers = (item: Parts, id: FieldId, codes: readonly string[]): boolean => {
  const field = fieldOf(item, id);
  if (field?.type !== "choice" || field.privacy !== "code") return false;
  return codes.every((code) => field.options.some((option) => option.code === code));
};

function wrongFacts(item: Parts): string[] {
  const { facts, powers } = item;
  const level = fieldOf(item, facts.class);
  const place = fieldOf(item, facts.place);
  const employer = fieldOf(item, facts.employer);
  const faults: string[] = [];
  if (facts.class !== undefined && !isOpenChoice(level)) faults.push("the class is a choice in the clear");
  if (facts.place !== undefined && !isOpenChoice(place)) faults.push("the place is a choice in the clear");
  if (facts.employer !== undefined && employer?.type !== "credit-code")
    faults.push("the employer is named by its credit code");
  if (item.applicant === "employer" && facts.employer === undefined)
    faults.push("an employer that applies is named");
  if (facts.class === undefined && powers.some(({ classes }) => classes !== undefined))
    faults.push("powers over classes need a class");
  return faults;
}

const isOpenChoice = (field: Field | undefined): boolean =>
  field?.type === "choice" && field.privacy === "code";
