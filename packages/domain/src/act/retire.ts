import { application } from "../application/decide.ts";
import type { Application } from "../application/application.ts";
import type { Request } from "../commit.ts";
import { ActorId, type ApplicationId, type OpeningId } from "../id.ts";
import type { Instant } from "../instant.ts";
import { openingDecider } from "../opening/opening.ts";
import { perform, type Ledger, type Performed } from "../perform.ts";
import type { KeyedDigest } from "../port/digest.ts";
import { isOver } from "../retention/is-over.ts";
import { keptUntil, type RunPeriod } from "../retention/period.ts";

export interface Retiring extends Ledger {
  readonly keyed: KeyedDigest;
}

/** `erased` by this request, now or the time before; `held`; `kept`, for it is not due, or its owner erased it before. */
export type Retirement = "erased" | "held" | "kept";

const RETENTION = ActorId.parse("sys_retention");

/** One for each stream, so whoever was cut off finds what it did before. */
const requestOf = ({ keyed }: Retiring): Request => ({
  actor: RETENTION,
  key: "retention-over",
  body: keyed("retention-over"),
});

const NOT_DUE = { refusal: { code: "not-due" } } as const;

const outcomeOf = (performed: Performed<unknown, { readonly code: string }>): Retirement => {
  if (performed.kind === "refused") return performed.refusal.code === "held" ? "held" : "kept";
  return performed.kind === "done" && performed.commit !== undefined ? "erased" : "kept";
};

/**
 * Erases an application whose period is over; whether it is, is decided on the state that the commit follows, so
 * that a person who goes on with a draft in the same moment keeps it. Keys, papers and rows go when the effect of the
 * commit runs.
 */
export const retireApplication = async (
  deps: Retiring,
  period: RunPeriod,
  id: ApplicationId,
): Promise<Retirement> => {
  const now = deps.clock.now();
  const prepare = async ({ state }: { readonly state: Application | undefined }) =>
    state !== undefined && isOver(period, state, now)
      ? { command: { type: "erase", because: "retention-over" } as const }
      : NOT_DUE;
  return outcomeOf(await perform(deps, application, id, prepare, requestOf(deps)));
};

/** Takes an opening off the list of the person it was shown to. */
export const retireOpening = async (
  deps: Retiring,
  { kept }: RunPeriod,
  id: OpeningId,
): Promise<Retirement> => {
  const now = deps.clock.now();
  const prepare = async ({ state }: { readonly state: { readonly at: Instant } | undefined }) =>
    state !== undefined && keptUntil(kept, state.at) <= now
      ? { command: { type: "lapse" } as const }
      : NOT_DUE;
  return outcomeOf(await perform(deps, openingDecider, id, prepare, requestOf(deps)));
};
