import { placeOf } from "../application/kept-answers.ts";
import type { CaseState } from "../case/case.ts";
import type { CaseCommand, CaseRefusal } from "../case/command.ts";
import { caseDecider } from "../case/decide.ts";
import type { Request } from "../commit.ts";
import type { CaseId } from "../id.ts";
import type { Ledger, Performed, Prepare } from "../perform.ts";
import { perform } from "../perform.ts";
import type { Vault } from "../port/vault.ts";

export interface Resuming extends Ledger {
  readonly vault: Vault;
}

/** An operator's word that a stuck case goes on, and why: committed first, then its machine is told by the effect. */
export const resumeCase = (
  deps: Resuming,
  { case: subject, reason }: { readonly case: CaseId; readonly reason: string },
  request: Request,
): Promise<Performed<CaseState, CaseRefusal>> => {
  const prepare: Prepare<CaseState, CaseCommand, CaseRefusal> = async ({ state }) => {
    if (state === undefined) return { refusal: { code: "no-such-case" } };
    if (state.stuck === undefined) return { refusal: { code: "not-stuck" } };
    const sealed = await deps.vault.seal(placeOf(state.application, state.case), { reason });
    return { command: { type: "resume", reason: sealed.reason } };
  };
  return perform(deps, caseDecider, subject, prepare, request);
};
