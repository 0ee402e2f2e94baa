import { placeOf } from "../application/kept-answers.ts";
import type { Case, CaseState } from "../case/case.ts";
import type { CaseCommand, CaseRefusal, Finding } from "../case/command.ts";
import { caseDecider } from "../case/decide.ts";
import type { Officer } from "../case/officer.ts";
import type { Request } from "../commit.ts";
import type { CaseId } from "../id.ts";
import type { ReasonCode } from "../item/item.ts";
import type { WayId } from "../item/way.ts";
import type { Ledger, Performed } from "../perform.ts";
import { perform } from "../perform.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { Vault } from "../port/vault.ts";
import { pinned } from "./own.ts";

export interface Deciding extends Ledger {
  readonly catalogue: Catalogue;
  readonly vault: Vault;
}

export type Handled = Performed<CaseState, CaseRefusal>;

/** A command that is made of the case as it is; a case that is not there is refused. */
export const handle = (
  deps: Deciding,
  subject: CaseId,
  request: Request,
  make: (state: Case) => Promise<CaseCommand>,
): Promise<Handled> =>
  perform(
    deps,
    caseDecider,
    subject,
    async ({ state }) =>
      state === undefined ? { refusal: { code: "no-such-case" } } : { command: await make(state) },
    request,
  );

export interface Assessment {
  readonly finding: Finding;
  readonly reasons: readonly ReasonCode[];
}

/** Takes the finding of the window, or of the employer with the power, and decides what it decides. */
export const assessCase = (
  deps: Deciding,
  subject: CaseId,
  officer: Officer,
  assessment: Assessment,
  request: Request,
): Promise<Handled> =>
  handle(deps, subject, request, async (state) => ({
    type: "assess",
    officer,
    item: await pinned(deps.catalogue, state),
    ...assessment,
  }));

/** What an officer does to a case where its clock may begin. */
const doneBy =
  (type: "sign" | "attend") =>
  (deps: Deciding, subject: CaseId, officer: Officer, request: Request): Promise<Handled> =>
    handle(deps, subject, request, async (state) => ({
      type,
      officer,
      item: await pinned(deps.catalogue, state),
      calendar: (await deps.catalogue.current()).calendar,
    }));

/** Signs the commitment in every capacity that whoever asks has. */
export const signCommitment = doneBy("sign");

/** Notes that the applicant has come in person. */
export const recordAttendance = doneBy("attend");

/** Lets a case go another way of its item. The reason is free text, so it is sealed under the applicant's key. */
export const changeKind = (
  deps: Deciding,
  subject: CaseId,
  officer: Officer,
  { way, reason }: { readonly way: WayId; readonly reason: string },
  request: Request,
): Promise<Handled> =>
  handle(deps, subject, request, async (state) => {
    const sealed = await deps.vault.seal(placeOf(state.application, state.case), { reason });
    return {
      type: "change-kind",
      officer,
      way,
      reason: sealed.reason,
      item: await pinned(deps.catalogue, state),
      calendar: (await deps.catalogue.current()).calendar,
    };
  });
