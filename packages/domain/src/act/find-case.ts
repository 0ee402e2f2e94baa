import { application } from "../application/decide.ts";
import type { Case } from "../case/case.ts";
import { applicationOfCase } from "../case/case-id.ts";
import { caseDecider } from "../case/decide.ts";
import type { CaseId } from "../id.ts";
import { current } from "../perform.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { EventStore } from "../port/event-store.ts";
import { openingOf } from "./open-case.ts";

export interface FindingCase {
  readonly store: EventStore;
  readonly catalogue: Catalogue;
}

/**
 * A case that was submitted and that no effect has opened yet, as its application tells of it: received 收件, no more. One
 * that fell away or was taken back while it waited for another is never opened.
 */
const received = async ({ store, catalogue }: FindingCase, subject: CaseId): Promise<Case | undefined> => {
  const from = applicationOfCase(subject);
  const state = from && (await current(store, application, from)).state;
  if (state === undefined || state.erased) return undefined;
  const opening = await openingOf(catalogue, state, subject);
  if (opening === undefined) return undefined;
  const context = { at: opening.receivedAt, seq: 0 };
  const decision = caseDecider.decide(undefined, opening, context);
  const [opened] = "events" in decision ? decision.events : [];
  const found = opened && caseDecider.evolve(undefined, opened, context);
  const outcome = state.cases.find((known) => known.case === subject)?.outcome;
  if (found === undefined || outcome === undefined) return found;
  return { ...found, phase: outcome === "lapsed" ? "lapsed" : "withdrawn" };
};

/** A case as it is now; it is there from the commit of its submission on, until it is erased. */
export const findCase = async (deps: FindingCase, subject: CaseId): Promise<Case | undefined> => {
  const state = (await current(deps.store, caseDecider, subject)).state ?? (await received(deps, subject));
  return state?.erased ? undefined : state;
};
