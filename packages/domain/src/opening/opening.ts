import type { Decider } from "../decider.ts";
import { readOnce } from "../decider.ts";
import type { ActorId, CaseId } from "../id.ts";
import type { Instant } from "../instant.ts";
import { OpeningEvent, type Opener, type Purpose, type Shown } from "./event.ts";

/** That somebody of the staff opened a case: what the person whose case it is may know of it. */
export interface Opening {
  readonly case: CaseId;
  readonly owner: ActorId;
  readonly opener: Opener;
  readonly purpose: Purpose;
  readonly shown: Shown;
}

export type OpeningState = (Opening & { readonly at: Instant; readonly lapsed: boolean }) | undefined;

export type OpeningCommand =
  { readonly type: "record"; readonly opening: Opening } | { readonly type: "lapse" };

const decide = (
  state: OpeningState,
  command: OpeningCommand,
): { readonly events: readonly OpeningEvent[] } => {
  if (command.type === "lapse")
    return { events: state === undefined || state.lapsed ? [] : [{ type: "opening.lapsed.v1" }] };
  return { events: state === undefined ? [{ type: "opening.recorded.v1", ...command.opening }] : [] };
};

const evolve = (state: OpeningState, event: OpeningEvent, at: Instant): OpeningState => {
  if (event.type === "opening.lapsed.v1") return state && { ...state, lapsed: true };
  const { type: _, ...opening } = event;
  return { ...opening, at, lapsed: false };
};

/** A stream of one commit, and a second at its end: what is recorded already is not recorded again, and nothing changes it. */
export const openingDecider: Decider<OpeningState, OpeningCommand, OpeningEvent, never> = {
  initial: undefined,
  decide,
  evolve: (state, event, { at }) => evolve(state, event, at),
  read: readOnce((event) => OpeningEvent.parse(event)),
  folded: new WeakMap(),
};
