import * as z from "zod";
import type { Decider } from "../decider.ts";
import { readOnce } from "../decider.ts";
import { CaseId } from "../id.ts";
import { IdentityKind } from "../identifier/identity.ts";
import { WindowId } from "../place/window.ts";

/**
 * That a clerk looked somebody up, and what was shown; who and when stand in the commit. The number and its key are not
 * here: a log is for ever, and a look-up that found nobody would say for ever whom somebody asked about.
 */
export const LookUpEvent = z.object({
  type: z.literal("look-up.made.v1"),
  window: WindowId.meta({ declared: "id" }),
  by: IdentityKind.meta({ declared: "code" }),
  shown: z.array(CaseId),
});
export type LookUpEvent = z.infer<typeof LookUpEvent>;

export type LookUp = Omit<LookUpEvent, "type">;
export type LookUpState = LookUp | undefined;

export type LookUpCommand = LookUp & { readonly type: "make" };

/** A stream of one commit: nothing changes what was looked up. */
export const lookUp: Decider<LookUpState, LookUpCommand, LookUpEvent, never> = {
  initial: undefined,
  decide: (state, { type: _, ...made }) => ({
    events: state === undefined ? [{ type: "look-up.made.v1", ...made }] : [],
  }),
  evolve: (_, { type: _type, ...made }) => made,
  read: readOnce((event) => LookUpEvent.parse(event)),
  folded: new WeakMap(),
};
