import type { Day } from "../day.ts";
import type { Locality } from "../place/locality.ts";
import type { FieldId } from "./field.ts";
import { isInForce } from "./in-force.ts";
import type { Item } from "./item.ts";
import type { KindRule } from "./kind-rule.ts";
import type { Power } from "./power.ts";
import type { Way } from "./way.ts";

/** What the rules look at: the answers that stand in the clear, the competent place, and the day of receipt. */
export interface Situation {
  readonly answers: Readonly<Partial<Record<FieldId, string>>>;
  readonly place: Locality;
  readonly day: Day;
}

export interface ResolvedKind {
  readonly rule: KindRule;
  readonly way: Way;
}

type Ruled = Pick<Item, "facts" | "kinds" | "ways">;

const answered = ({ answers }: Situation, field: FieldId | undefined): string | undefined =>
  field === undefined ? undefined : answers[field];

const covers = (power: Power, { facts }: Ruled, situation: Situation): boolean => {
  const level = answered(situation, facts.class);
  return power.classes === undefined || (level !== undefined && power.classes.includes(level));
};

const holds = ({ holder }: Power, of: "employer" | "locality", { facts }: Ruled, situation: Situation) =>
  holder.of === "employer"
    ? of === "employer" && holder.creditCode === answered(situation, facts.employer)
    : of === "locality" && holder.locality === situation.place;

const fits = (item: Ruled, powers: readonly Power[], { when }: KindRule, situation: Situation): boolean => {
  const { answers = [], power, localities } = when;
  if (localities !== undefined && !localities.includes(situation.place)) return false;
  if (!answers.every(({ field, in: codes }) => codes.includes(answered(situation, field) ?? "")))
    return false;
  return (
    power === undefined ||
    powers.some(
      (held) =>
        isInForce(held, situation.day) &&
        covers(held, item, situation) &&
        holds(held, power, item, situation),
    )
  );
};

/**
 * The kind of a case, from the first rule of the item in force on that day that fits; undefined when none does, because
 * then nobody is known to have the power. `powers` are those in the current version of the item: who may decide is a
 * question of the day, not of the version somebody began to fill in.
 */
export const resolveKind = (
  item: Ruled,
  powers: readonly Power[],
  situation: Situation,
): ResolvedKind | undefined => {
  const rule = item.kinds.find(
    (candidate) => isInForce(candidate, situation.day) && fits(item, powers, candidate, situation),
  );
  const way = rule && item.ways.find(({ id }) => id === rule.way);
  return rule && way && { rule, way };
};
