import type { Context, Decision } from "../decider.ts";
import type { Item } from "../item/item.ts";
import { cardOf, promiseCard, promiseOver, watchedCards } from "./cards.ts";
import type { Case, Referral } from "./case.ts";
import { checkpointsOf, TACIT } from "./checkpoint.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { CaseEvent } from "./event.ts";
import { isLate } from "./terms.ts";

type Answer = Decision<CaseEvent, CaseRefusal>;
type Command = Extract<CaseCommand, { type: "reach" }>;

const ofReferral = (
  state: Case,
  asked: Referral | undefined,
  { item, at }: Command,
): readonly CaseEvent[] => {
  if (asked === undefined || asked.answer !== undefined || asked.superseded) return [];
  return (asked.watched ?? [])
    .filter((watched) => watched.at === at)
    .flatMap(({ checkpoint }) => {
      const found = checkpointsOf(item).find(({ id }) => id === checkpoint);
      return found === undefined ? [] : cardOf(state, found, at, asked);
    });
};

/** The law of the item takes the decision itself: no duty of the window holds it up. */
const tacit = (state: Case, item: Item, { at: setFor }: Command, { at }: Context): readonly CaseEvent[] =>
  item.tacit === undefined || state.legal?.due !== setFor
    ? []
    : [
        ...cardOf(state, { id: TACIT, card: "tacit", limit: "legal", tells: ["competent-window"] }, setFor),
        {
          type: "case.decided.v1",
          decision: item.tacit.decision,
          reasons: [],
          late: isLate(state, at),
          basis: "tacit",
        },
      ];

const checked = (state: Case, command: Command, context: Context): readonly CaseEvent[] => {
  const { referral, item, at } = command;
  if (referral !== undefined)
    return ofReferral(
      state,
      state.referrals.find((asked) => asked.referral === referral),
      command,
    );
  const silent = tacit(state, item, command, context);
  return silent.length > 0 ? silent : watchedCards(state, item, at);
};

/**
 * A timer says only that an instant has come; whether it means anything is read here. Early, late or twice,
 * of an older plan or of a case that is over: nothing happens.
 */
export const reach = (state: Case, command: Command, context: Context): Answer => {
  const { plan, at: setFor, item } = command;
  if (state.phase !== "running" || context.at < setFor) return { events: [] };
  switch (plan) {
    case "warning":
      if (state.warnAt !== setFor || state.warnedAt !== undefined) return { events: [] };
      return { events: [{ type: "case.warned.v1" }, ...promiseCard(state, item, "warning", setFor)] };
    case "due":
      return { events: state.promised?.due === setFor ? promiseOver(state, item) : [] };
    case "check":
      return { events: checked(state, command, context) };
  }
};
