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

export type OpeningState = (Opening & { readonly at: Instant }) | undefined;

export interface OpeningCommand {
  readonly type: "record";
  readonly opening: Opening;
}

/** A stream of one commit: an opening that is recorded already is not recorded again, and nothing changes it. */
export const openingDecider: Decider<OpeningState, OpeningCommand, OpeningEvent, never> = {
  initial: undefined,
  decide: (state, { opening }) => ({
    events: state === undefined ? [{ type: "opening.recorded.v1", ...opening }] : [],
  }),
  evolve: (_, { type: _type, ...opening }, { at }) => ({ ...opening, at }),
  read: readOnce((event) => OpeningEvent.parse(event)),
  folded: new WeakMap(),
};
