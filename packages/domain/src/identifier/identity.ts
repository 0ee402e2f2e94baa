import * as z from "zod";
import type { Field } from "../item/field.ts";
import type { Item } from "../item/item.ts";
import type { Check, IdentifierFault } from "./identifier.ts";
import { normalise } from "./normalise.ts";
import { passportFault } from "./passport.ts";
import { permanentResidenceIdFault } from "./permanent-residence-id.ts";
import { residentIdFault } from "./resident-id.ts";

/** Identity documents 证件. A field of such a type asks for the number of a person, by which that person is found. */
export const IdentityKind = z.enum(["resident-id", "permanent-residence-id", "passport"]);
export type IdentityKind = z.infer<typeof IdentityKind>;

export const identityChecks = {
  "resident-id": residentIdFault,
  "permanent-residence-id": permanentResidenceIdFault,
  passport: passportFault,
} satisfies Record<IdentityKind, Check>;

/** The number that somebody meant in its canonical form, or what is wrong with it. */
export const identityNumber = (
  kind: IdentityKind,
  typed: string,
): { readonly number: string } | { readonly cause: IdentifierFault } => {
  const number = normalise(typed);
  const cause = identityChecks[kind](number);
  return cause === null ? { number } : { cause };
};

export type IdentityField = Extract<Field, { type: IdentityKind }>;

const isIdentityField = (field: Field): field is IdentityField => IdentityKind.safeParse(field.type).success;

/**
 * The fields that name the person an item is applied for: the first of each kind of document. A later one of the same kind
 * names somebody else, who is not to be found by another's application.
 */
export const identityFieldsOf = ({ fields }: Pick<Item, "fields">): readonly IdentityField[] => {
  const all = fields.filter(isIdentityField);
  return all.filter(({ type }, index) => all.findIndex((other) => other.type === type) === index);
};
