import type { Instant } from "../instant.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";

type Event<Type extends CaseEvent["type"]> = Extract<CaseEvent, { type: Type }>;

const reached = (
  state: Case,
  { type: _, ...facts }: Event<"case.checkpoint-reached.v1">,
  at: Instant,
): Case => ({ ...state, reached: [...state.reached, { ...facts, at }] });

const owed = (state: Case, { limit, by }: Event<"case.explanation-owed.v1">, at: Instant): Case => ({
  ...state,
  duty: { times: 0, ...state.duty, since: state.duty?.since ?? at, limit, by, open: true },
});

/** A new date takes the place of the one before: both are watched under the same names. */
const explained = (
  state: Case,
  { type: _, watched = [], ...facts }: Event<"case.delay-explained.v1">,
  at: Instant,
): Case => {
  if (state.duty === undefined) return state;
  const names = new Set(watched.map(({ checkpoint }) => checkpoint));
  const others = (state.watched ?? []).filter(({ checkpoint }) => !names.has(checkpoint));
  return {
    ...state,
    watched: [...others, ...watched].sort((one, other) => one.at - other.at),
    duty: { ...state.duty, open: false, times: state.duty.times + 1, explained: { at, ...facts } },
  };
};

const held = (state: Case, { type: _, ...found }: Event<"case.decision-held.v1">, at: Instant): Case => ({
  ...state,
  held: { since: at, ...found },
});

/** The decision is taken, or nobody asks for it any more. */
export const unheld = (state: Case): Case => {
  const { held: _, ...rest } = state;
  return rest;
};

type DutyEvent = Event<
  | "case.checkpoint-reached.v1"
  | "case.explanation-owed.v1"
  | "case.delay-explained.v1"
  | "case.decision-held.v1"
>;

/** Folds what supervision says of a case, and what became of it. */
export const evolveDuty = (state: Case, event: DutyEvent, at: Instant): Case => {
  switch (event.type) {
    case "case.checkpoint-reached.v1":
      return reached(state, event, at);
    case "case.explanation-owed.v1":
      return owed(state, event, at);
    case "case.delay-explained.v1":
      return explained(state, event, at);
    case "case.decision-held.v1":
      return held(state, event, at);
  }
};
