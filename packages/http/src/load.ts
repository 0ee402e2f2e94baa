import { findCase, type FindingCase } from "@window/domain/act/find-case.ts";
import type { Application } from "@window/domain/application/application.ts";
import { application } from "@window/domain/application/decide.ts";
import type { Case } from "@window/domain/case/case.ts";
import { ApplicationId, CaseId } from "@window/domain/id.ts";
import { current } from "@window/domain/perform.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import { owned } from "./access.ts";
import type { Principal } from "./principal.ts";

interface Loading {
  readonly store: EventStore;
}

export interface Loaded<State> {
  readonly state: State;
  readonly seq: number;
}

/** An application of whoever asks; undefined when it is somebody else's, erased or not there. */
export const ownApplication = async (
  { store }: Loading,
  principal: Principal,
  text: string,
): Promise<Loaded<Application> | undefined> => {
  const id = ApplicationId.safeParse(text).data;
  if (id === undefined) return undefined;
  const { state, seq } = await current(store, application, id);
  const own = owned(principal, state);
  return own === undefined || own.erased ? undefined : { state: own, seq };
};

/** A case of whoever asks; undefined when it is somebody else's or not there. */
export const ownCase = async (
  deps: FindingCase,
  principal: Principal,
  text: string,
): Promise<Case | undefined> => {
  const id = CaseId.safeParse(text).data;
  return id === undefined ? undefined : owned(principal, await findCase(deps, id));
};
