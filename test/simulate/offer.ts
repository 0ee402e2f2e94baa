import { applicantContact, mailAddress, mobileNumber } from "@window/catalogue/part/contact-fields.ts";
import { rentSubsidy } from "@window/catalogue/items/rent-subsidy.ts";
import { seed } from "@window/catalogue/seed.ts";
import type { Limit, LimitUnit } from "@window/domain/calendar/limit.ts";
import { offerOf, type Offer } from "@window/domain/edition/offer.ts";
import type { ItemId } from "@window/domain/item/item-id.ts";
import { Item } from "@window/domain/item/item.ts";
import { Department } from "@window/domain/place/department.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import { fixedCatalogue } from "../kit/fixed-catalogue.ts";
import type { Dice } from "./dice.ts";

/** Three departments with systems, one that works in the portal. */
export const departments = ["one", "two", "three", "paper"].map((name) =>
  Department.parse({
    id: `dept_${name}`,
    name: { zh: name, en: name },
    delivery: { kind: name === "paper" ? "worklist" : "webhook" },
  }),
);

const limit = (count: number, unit: LimitUnit): Limit => ({ count, unit, provenance: { kind: "example" } });

const units: readonly (readonly [LimitUnit, number])[] = [
  ["working-day", 30],
  ["calendar-day", 60],
  ["month", 3],
  ["hour", 200],
  ["minute", 500],
];

/** Rounds one after the other, at the same time, and both: what a case can be asked. */
const shapes = [
  [["one"]],
  [["one"], ["two"]],
  [["one", "two"]],
  [["paper"], ["one", "two", "three"]],
  [["one", "one"], ["paper", "two"], ["three"]],
] as const;

const text = { zh: "示例", en: "example" };

const { who, mobile, email } = applicantContact;
const contact = { who, mobile, email };

/** A small item with every kind of rounds and limits; its form is short, because forms have tests of their own. */
const itemOf = (dice: Dice, shape: (typeof shapes)[number], number: number): Item => {
  const drawn = (): Limit => {
    const [unit, most] = units[dice.below(units.length)] ?? (["working-day", 5] as const);
    return limit(1 + dice.below(most), unit);
  };
  const rounds = shape.map((round, index) =>
    round.map((name, place) => ({
      id: `step-${index}-${place}`,
      department: `dept_${name}`,
      question: text,
      limit: drawn(),
    })),
  );
  // Its form is another one, and registers and contacts go by the form; of some items nobody is told.
  const { verifications: _, contacts: __, ...likeIt } = rentSubsidy;
  const [way] = likeIt.ways;
  const legal = dice.chance(0.5) ? limit(9, "month") : null;
  return Item.parse({
    ...likeIt,
    id: `item_shape-${number}`,
    facts: {},
    fields: [
      { id: "full-name", label: text, required: true, privacy: "personal", type: "text", maxLength: 40 },
      { id: "passport", label: text, required: false, privacy: "personal", type: "passport" },
      mobileNumber,
      mailAddress,
    ],
    ...(number % 3 === 0 ? { contacts: [contact] } : {}),
    materials: [{ id: "paper", name: text, required: true, accepts: ["application/pdf"], maxBytes: 1000 }],
    kinds: rentSubsidy.kinds.map((rule) => ({ ...rule, from: "2025-01-01" })),
    ways: [{ ...way, rounds, limits: { ...way?.limits, legal, promised: drawn() } }],
    reasons: [{ code: "not-eligible", text }],
  });
};

/** What one world offers, for its people and for whoever audits. */
export interface Shop {
  readonly catalogue: Catalogue;
  readonly offer: Offer;
}

/** Items of each shape with limits drawn anew; a catalogue costs more than a history, so some are made once. */
export const drawShops = (dice: Dice, count: number): readonly Shop[] =>
  Array.from({ length: count }, () => {
    const items = shapes.map((shape, number) => itemOf(dice, shape, number));
    const entries = { ...seed, items, departments };
    return { catalogue: fixedCatalogue(entries), offer: offerOf(entries) };
  });

export const itemsOf = ({ items }: Offer): readonly [ItemId, ...ItemId[]] => {
  const [first, ...others] = items.map(({ id }) => id);
  if (first === undefined) throw new Error("nothing is on offer");
  return [first, ...others];
};
