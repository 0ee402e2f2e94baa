import type * as Wire from "@window/contract/wire/desk.ts";
import { pinned } from "@window/domain/act/own.ts";
import { application } from "@window/domain/application/decide.ts";
import type { Case } from "@window/domain/case/case.ts";
import { decidesFor, isAtWindow } from "@window/domain/case/officer.ts";
import { current } from "@window/domain/perform.ts";
import type { ApiDeps } from "../api-deps.ts";
import type { Principal } from "../principal.ts";
import { showCase } from "./case.ts";
import { answersOf, documentsOf } from "./referral.ts";

/** Personal values are shown to whoever decides or receives, and only while that is to be done (个人信息保护法 art. 6). */
const mayReadAnswers = (state: Case, principal: Principal): boolean =>
  (state.phase === "running" || state.phase === "received") &&
  (decidesFor(state, principal) || isAtWindow(state, principal));

/** A case as a window or an employer reads it. */
export const showDeskCase = async (
  deps: ApiDeps,
  state: Case,
  principal: Principal,
): Promise<Wire.DeskCase> => {
  const item = await pinned(deps.catalogue, state);
  const { state: from } = await current(deps.store, application, state.application);
  const open = from !== undefined && !from.erased && mayReadAnswers(state, principal) ? from : undefined;
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
