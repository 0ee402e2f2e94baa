import * as z from "zod";
import type { Decider } from "../decider.ts";
import { readOnce, refuse } from "../decider.ts";
import { CaseId } from "../id.ts";

/** What must be unique is claimed first, in a stream of its own: a case number belongs to whoever came first. */
export const ClaimEvent = z.object({ type: z.literal("claim.taken.v1"), by: CaseId });
export type ClaimEvent = z.infer<typeof ClaimEvent>;

export type ClaimState = { readonly by: CaseId } | undefined;

export interface ClaimCommand {
  readonly type: "take";
  readonly by: CaseId;
}

export const claim: Decider<ClaimState, ClaimCommand, ClaimEvent, { readonly code: "taken" }> = {
  initial: undefined,
  decide: (state, { by }) => {
    if (state === undefined) return { events: [{ type: "claim.taken.v1", by }] };
    return state.by === by ? { events: [] } : refuse({ code: "taken" });
  },
  evolve: (_, { by }) => ({ by }),
  read: readOnce((event) => ClaimEvent.parse(event)),
  folded: new WeakMap(),
};
