import type { Instant } from "../instant.ts";
import type { Item } from "../item/item.ts";
import { owesReason, redCardsBy } from "./cards.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";

type Decided = Extract<CaseEvent, { type: "case.decided.v1" }>;

/**
 * Closes a case, unless a reason for its delay is owed to the public: then what was found is kept, and becomes the decision
 * with the explanation (docs/adr/0020). A department's answer and a signature are never lost over a duty of the window.
 */
export const conclude = (state: Case, item: Item, decided: Decided, at: Instant): readonly CaseEvent[] => {
  const cards = redCardsBy(state, item, at);
  if (!owesReason(state, cards)) return [decided];
  const { decision, reasons, basis } = decided;
  const found = { decision, reasons, ...(basis === undefined ? {} : { basis }) };
  return [...cards, { type: "case.decision-held.v1", ...found }];
};
