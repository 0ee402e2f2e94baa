import type * as Wire from "@window/contract/wire/desk.ts";
import { pinned } from "@window/domain/act/own.ts";
import type { ApplicationState } from "@window/domain/application/application.ts";
import type { Case } from "@window/domain/case/case.ts";
import { decidesFor, isAtWindow } from "@window/domain/case/officer.ts";
import type { Shown } from "@window/domain/opening/event.ts";
import type { ApiDeps } from "../api-deps.ts";
import type { Opened } from "../opened.ts";
import type { Principal } from "../principal.ts";
import { showCase } from "./case.ts";
import { answersOf, documentsOf } from "./referral.ts";

/** Personal values are shown to whoever decides or receives, and only while that is to be done (个人信息保护法 art. 6). */
export const shownAtDesk = (from: ApplicationState, state: Case, principal: Principal): Shown => {
  const waits = state.phase === "running" || state.phase === "received";
  const may = waits && (decidesFor(state, principal) || isAtWindow(state, principal));
  return may && from?.erased === false ? "answers" : "progress";
};

/** A case as a window or an employer reads it. */
export const showDeskCase = async (
  deps: ApiDeps,
  { state, shown }: Opened,
  from: ApplicationState,
): Promise<Wire.DeskCase> => {
  const item = await pinned(deps.catalogue, state);
  const open = shown === "answers" ? from : undefined;
  return {
    case: await showCase(deps.catalogue, state, from?.result?.result ?? null),
    reasons: item.reasons,
    commitment: item.commitment
      ? { applicant: item.commitment.applicant, employer: item.commitment.employer }
      : null,
    answers: open === undefined ? null : await answersOf(deps, open, item),
    documents: open === undefined ? [] : await documentsOf(deps, open, item),
  };
};
