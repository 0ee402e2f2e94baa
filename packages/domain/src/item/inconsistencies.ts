import { wrongContacts } from "./contact.ts";
import type { Field } from "./field.ts";
import { wrongGuarded } from "./guarded.ts";
import type { Parts } from "./parts.ts";
import { misplaced } from "./misplaced-field.ts";
import { twice } from "./twice.ts";
import { wrongVerifications } from "./verification.ts";
import { wrongRules } from "./wrong-rules.ts";
import { wrongWays } from "./wrong-ways.ts";

/** Everything that is wrong between the parts of an item whose parts are right each by itself. */
export function inconsistencies(item: Parts): string[] {
  const ids = {
    field: item.fields.map(({ id }) => id),
    material: item.materials.map(({ id }) => id),
    way: item.ways.map(({ id }) => id),
    rule: item.kinds.map(({ id }) => id),
    power: item.powers.map(({ id }) => id),
    season: (item.seasons ?? []).map(({ id }) => id),
    reason: item.reasons.map(({ code }) => code),
  };
  return [
    ...Object.entries(ids).flatMap(([noun, all]) => twice(noun, all)),
    ...item.fields.flatMap((field, index) => misplaced(field, item.fields.slice(0, index))),
    ...twice(
      "contact",
      (item.contacts ?? []).map(({ who }) => who),
    ),
    ...wrongContacts(item.contacts ?? [], item.fields),
    ...wrongGuarded(item.guarded ?? [], item.fields),
    ...wrongVerifications(item.verifications ?? [], item.fields),
    ...(item.elsewhere === undefined ? handledHere(item) : handledElsewhere(item)),
  ];
}

/** A result bears a name, so whoever it is for must have given one. */
const handledHere = (item: Parts): string[] => [
  ...(isAlwaysGiven(item.fields.find(({ id }) => id === item.result.holder))
    ? []
    : ["the holder must be a required text field that is always asked"]),
  ...wrongWays(item),
  ...wrongRules(item),
];

const isAlwaysGiven = (field: Field | undefined): boolean =>
  field?.type === "text" && field.required && !field.when;

const handledElsewhere = ({ fields, materials, kinds, ways }: Parts): string[] =>
  [fields, materials, kinds, ways].some((parts) => parts.length > 0)
    ? ["an external item is only linked"]
    : [];
