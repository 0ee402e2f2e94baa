import type { Item, ReasonCode } from "../item/item.ts";
import type { CaseRefusal } from "./command.ts";

/** A refusal names reasons of the item's closed list (行政许可法 art. 38: reasons are owed); agreement needs none. */
export const reasonFault = (
  item: Item,
  given: { readonly refuses: boolean; readonly reasons: readonly ReasonCode[] },
): CaseRefusal | undefined => {
  const known = item.reasons.map(({ code }) => code);
  const unknown = given.reasons.filter((reason) => !known.includes(reason));
  if (unknown.length > 0) return { code: "unknown-reason", reasons: known };
  return given.refuses && given.reasons.length === 0 ? { code: "reasons-missing" } : undefined;
};
