import { placeOf } from "../application/kept-answers.ts";
import type { Case, CaseState } from "../case/case.ts";
import type { CaseCommand, CaseRefusal } from "../case/command.ts";
import { caseDecider } from "../case/decide.ts";
import type { AnswerOutcome } from "../case/event.ts";
import type { Request } from "../commit.ts";
import type { Sealed } from "../declared.ts";
import type { ReasonCode } from "../item/item.ts";
import type { Ledger, Performed } from "../perform.ts";
import { always, perform } from "../perform.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { HandleContent } from "../port/ids.ts";
import type { Vault } from "../port/vault.ts";
import { SubjectErased } from "../subject-erased.ts";
import { pinned } from "./own.ts";

export interface Answering extends Ledger {
  readonly vault: Vault;
  readonly catalogue: Catalogue;
}

export interface AnswerInput {
  readonly outcome: AnswerOutcome;
  readonly reasons: readonly ReasonCode[];
  /** Free text of the department: personal, so it is sealed under the applicant's key. */
  readonly opinion?: string;
}

/** What the department is told of its answer. */
export type Answered =
  | { readonly kind: "recorded" | "received-late" | "received-after-close" | "already-answered" }
  | Exclude<Performed<CaseState, CaseRefusal>, { kind: "done" }>;

/** What is said about somebody who has been erased is not kept; that an answer came is. */
const sealOpinion = async (vault: Vault, state: Case, opinion: string): Promise<Sealed | undefined> => {
  if (opinion === "") return undefined;
  try {
    return (await vault.seal(placeOf(state.application, state.case), { opinion })).opinion;
  } catch (fault) {
    if (fault instanceof SubjectErased) return undefined;
    throw fault;
  }
};

/** The answer is read from the commit, so the same message gets the same word however often it comes. */
const word = (performed: Extract<Performed<CaseState, CaseRefusal>, { kind: "done" }>): Answered => {
  const events = performed.commit?.events.map((event) => caseDecider.read(event)) ?? [];
  for (const event of events) {
    if (event.type === "case.second-answer-kept.v1") return { kind: "already-answered" };
    if (event.type !== "case.answered.v1") continue;
    if (event.standing === "late") return { kind: "received-late" };
    if (event.standing === "after-close") return { kind: "received-after-close" };
  }
  return { kind: "recorded" };
};

/** Takes a department's final answer 办理意见. `request.key` is the message's `webhook-id`. */
export const answerReferral = async (
  deps: Answering,
  handle: HandleContent,
  { outcome, reasons, opinion = "" }: AnswerInput,
  request: Request,
): Promise<Answered> => {
  const prepare = async ({ state }: { readonly state: CaseState }) => {
    if (state === undefined) return { refusal: { code: "no-such-referral" } as const };
    const sealed = await sealOpinion(deps.vault, state, opinion);
    const { referral, department } = handle;
    const item = await pinned(deps.catalogue, state);
    const answer = { type: "answer", referral, department, item, outcome, reasons } as const;
    const command: CaseCommand = sealed === undefined ? answer : { ...answer, opinion: sealed };
    return { command };
  };
  const performed = await perform(deps, caseDecider, handle.case, prepare, request);
  return performed.kind === "done" ? word(performed) : performed;
};

/** Notes that the department has the referral 签收; acceptance stays the window's. */
export const acknowledgeReferral = async (
  deps: Ledger,
  { case: subject, referral, department }: HandleContent,
  request: Request,
): Promise<Answered> => {
  const command: CaseCommand = { type: "acknowledge", referral, department };
  const performed = await perform(deps, caseDecider, subject, always(command), request);
  return performed.kind === "done" ? { kind: "recorded" } : performed;
};
