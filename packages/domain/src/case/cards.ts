import type { Instant } from "../instant.ts";
import type { Checkpoint, WatchedLimit } from "../item/checkpoint.ts";
import { HOUSE_CHECKPOINTS } from "../item/checkpoint.ts";
import type { Item } from "../item/item.ts";
import type { Case, Referral } from "./case.ts";
import { checkpointsOf } from "./checkpoint.ts";
import type { CaseEvent } from "./event.ts";
import type { ToldPost } from "./duty-event.ts";

type Found = Pick<Checkpoint, "id" | "limit" | "tells"> & {
  readonly card: Extract<CaseEvent, { type: "case.checkpoint-reached.v1" }>["card"];
};

const waitedFor = ({ referrals }: Case): readonly Referral[] =>
  referrals.filter(({ answer, superseded }) => answer === undefined && !superseded);

/** The posts behind the words of a checkpoint; of a step, only the department that was asked it. */
const postsOf = (state: Case, { tells }: Found, referral: Referral | undefined): readonly ToldPost[] => {
  const departments = (referral === undefined ? waitedFor(state) : [referral]).map(
    (asked) => asked.department,
  );
  const told = tells.flatMap((post): readonly ToldPost[] => {
    switch (post) {
      case "receiving-window":
        return [state.window];
      case "competent-window":
        return [state.competent];
      case "departments":
        return departments;
      case "supervisor":
        return [post];
    }
  });
  return [...new Set(told)];
};

/** That a checkpoint was reached, once per instant it was set for. */
export const cardOf = (
  state: Case,
  found: Found,
  setFor: Instant,
  referral?: Referral,
): readonly CaseEvent[] => {
  const before = state.reached.some(
    (reached) =>
      reached.checkpoint === found.id && reached.setFor === setFor && reached.referral === referral?.referral,
  );
  if (before) return [];
  const { id, card, limit } = found;
  const told = [...postsOf(state, found, referral)];
  const whose = referral === undefined ? {} : { referral: referral.referral };
  return [{ type: "case.checkpoint-reached.v1", checkpoint: id, card, limit, setFor, ...whose, told }];
};

const isFor =
  (card: Checkpoint["card"], limit: WatchedLimit) =>
  (known: Checkpoint): boolean =>
    known.card === card && known.limit === limit;

/** Warning and red card of the promise are owed by every case, also where an item lists no checkpoint for them. */
export const promiseCard = (
  state: Case,
  item: Item,
  card: "warning" | "red",
  setFor: Instant,
): readonly CaseEvent[] => {
  const found =
    checkpointsOf(item).find(isFor(card, "promised")) ?? HOUSE_CHECKPOINTS.find(isFor(card, "promised"));
  return found === undefined ? [] : cardOf(state, found, setFor);
};

/** A red card opens the duty to explain, unless a reason is owed already. */
const redCard = (state: Case, limit: WatchedLimit, cards: readonly CaseEvent[]): readonly CaseEvent[] => {
  if (cards.length === 0 || state.duty?.open === true) return cards;
  return [...cards, { type: "case.explanation-owed.v1", limit, by: state.competent }];
};

/** The promise is over 超时: said once, whatever the timer did. */
export const promiseOver = (state: Case, item: Item): readonly CaseEvent[] =>
  state.promised === undefined || state.overdueAt !== undefined
    ? []
    : [
        { type: "case.overdue.v1" },
        ...redCard(state, "promised", promiseCard(state, item, "red", state.promised.due)),
      ];

/** One watched instant of the case, with what its checkpoint says. */
export const watchedCards = (state: Case, item: Item, setFor: Instant): readonly CaseEvent[] => {
  const due = (state.watched ?? []).filter(({ at }) => at === setFor);
  return due.flatMap(({ checkpoint }) => {
    const found = checkpointsOf(item).find(({ id }) => id === checkpoint);
    if (found === undefined) return [];
    const cards = cardOf(state, found, setFor);
    return found.card === "red" ? redCard(state, found.limit, cards) : cards;
  });
};

/** Every red card that is due at an instant, and that no timer has said yet. */
export const redCardsBy = (state: Case, item: Item, at: Instant): readonly CaseEvent[] => {
  const promise = state.promised !== undefined && at >= state.promised.due ? promiseOver(state, item) : [];
  const red = new Set(checkpointsOf(item).flatMap(({ id, card }) => (card === "red" ? [id] : [])));
  const others = (state.watched ?? [])
    .filter((watched) => watched.at <= at && red.has(watched.checkpoint))
    .flatMap((watched) => watchedCards(state, item, watched.at));
  return once([...promise, ...others]);
};

/** One duty, however many cards open it. */
const once = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
  const owed = events.findIndex(({ type }) => type === "case.explanation-owed.v1");
  return events.filter(({ type }, index) => type !== "case.explanation-owed.v1" || index === owed);
};

/** Whether a reason is owed once these events have happened. */
export const owesReason = (state: Case, events: readonly CaseEvent[]): boolean =>
  state.duty?.open === true || events.some(({ type }) => type === "case.explanation-owed.v1");
