import type { Verification } from "@window/contract/wire/verification.ts";
import type { Verified } from "@window/domain/case/verified.ts";
import { toIso } from "@window/domain/instant.ts";
import type { Item } from "@window/domain/item/item.ts";

/** What a register said, with the form's own labels in place of the register's words. */
export const showVerification = (item: Item, verified: Verified): Verification => {
  const asking = item.verifications?.[verified.verification];
  if (asking === undefined) throw new Error(`${item.id} has lost a verification`);
  const differing = asking.fields.filter(({ as }) => verified.facts.includes(as)).map(({ field }) => field);
  return {
    register: verified.register,
    name: asking.name,
    at: toIso(verified.at),
    outcome: verified.outcome,
    fields: item.fields
      .filter(({ id }) => differing.includes(id))
      .map(({ id, label }) => ({ field: id, label })),
    attempts: verified.attempts,
  };
};
