import type { Commit } from "./commit.ts";
import type { Instant } from "./instant.ts";

/** A state and the sequence number it was folded to; 0 for a stream that does not exist. */
export interface Folded<State> {
  readonly state: State;
  readonly seq: number;
}

/** What an aggregate answers to a command: what happened, or why it does not happen. No events: nothing left to do. */
export type Decision<Event, Refusal> = { readonly events: readonly Event[] } | { readonly refusal: Refusal };

/** The moment of a decision and its place: the sequence number of the state it is taken on. */
export interface Context {
  readonly at: Instant;
  readonly seq: number;
}

/**
 * Pure and synchronous: no clock, no randomness, no crypto; time, ids and hashes come in as values.
 * `read` turns what the store holds into events, so that no other form of them enters the domain.
 */
export interface Decider<State, Command, Event, Refusal> {
  readonly initial: State;
  readonly decide: (state: State, command: Command, context: Context) => Decision<Event, Refusal>;
  readonly evolve: (state: State, event: Event, context: Context) => State;
  readonly read: (event: unknown) => Event;
  /** What lists of commits were folded to: stores hand out the same list as long as nothing is added to a stream. */
  readonly folded: WeakMap<readonly Commit[], Folded<State>>;
}

/** For tables that hold a refusal's code. */
export const refuse = <const Refusal>(refusal: Refusal): { readonly refusal: Refusal } => ({ refusal });

/**
 * Reads an event once: stores hand out the same objects again as long as they keep them, and a folded stream is folded
 * often. Events are values that nobody changes.
 */
export const readOnce = <Event extends object>(
  parse: (event: unknown) => Event,
): ((event: unknown) => Event) => {
  const known = new WeakMap<object, Event>();
  return (event) => {
    if (typeof event !== "object" || event === null) return parse(event);
    const found = known.get(event) ?? parse(event);
    known.set(event, found);
    return found;
  };
};
