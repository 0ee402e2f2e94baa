import type { Application } from "../application/application.ts";
import { application } from "../application/decide.ts";
import type { CaseOutcome } from "../application/event.ts";
import { readyAt } from "../application/waiting.ts";
import type { Case } from "../case/case.ts";
import type { CaseCommand } from "../case/command.ts";
import { caseDecider } from "../case/decide.ts";
import type { CaseId } from "../id.ts";
import type { Ledger } from "../perform.ts";
import { always, perform } from "../perform.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { KeyedDigest } from "../port/digest.ts";
import { pinned } from "./own.ts";
import { follows } from "./system.ts";

export interface Linking extends Ledger {
  readonly catalogue: Catalogue;
  readonly keyed: KeyedDigest;
}

/** What a refusal means here: two streams disagree about what happened, which nobody can mend by trying again. */
const demand = (kind: "done" | "refused" | "key-reused", what: string): void => {
  if (kind !== "done") throw new Error(`${what} was answered ${kind}`);
};

type Opening = Extract<CaseCommand, { type: "open" }>;

/**
 * How a case of a submitted application is opened; undefined when it has no such case. One that waited for others is
 * received when the last of them was decided: from that day it can be worked on.
 */
export const openingOf = async (
  catalogue: Catalogue,
  from: Application,
  subject: CaseId,
): Promise<Opening | undefined> => {
  const opened = from.cases.find((known) => known.case === subject);
  if (opened === undefined || from.submittedAt === undefined) return undefined;
  return {
    type: "open",
    case: subject,
    application: from.application,
    owner: from.owner,
    number: opened.number,
    item: await pinned(catalogue, opened),
    ruling: opened.ruling,
    ...(opened.follows === undefined ? {} : { follows: opened.follows }),
    window: from.window,
    receivedAt: readyAt(from, opened) ?? from.submittedAt,
    calendar: (await catalogue.current()).calendar,
  };
};

/** Opens one case of a submitted application. */
export const openCase = async (deps: Linking, from: Application, subject: CaseId): Promise<void> => {
  const command = await openingOf(deps.catalogue, from, subject);
  if (command === undefined) throw new Error(`${subject} is no case of its application`);
  const { kind } = await perform(deps, caseDecider, subject, always(command), follows(deps.keyed, "open"));
  demand(kind, `opening ${subject}`);
};

/** Asks a case to stop. A case that is not open yet is opened first: the order of effects is nobody's promise. */
export const withdrawCase = async (deps: Linking, from: Application, subject: CaseId): Promise<void> => {
  await openCase(deps, from, subject);
  const request = follows(deps.keyed, "withdraw");
  const { kind } = await perform(deps, caseDecider, subject, always({ type: "withdraw" } as const), request);
  demand(kind, `withdrawing ${subject}`);
};

/** Takes a case out of every list, when its application has been erased. */
export const eraseCase = async (deps: Linking, subject: CaseId): Promise<void> => {
  const command = { type: "erase" } as const;
  const { kind } = await perform(deps, caseDecider, subject, always(command), follows(deps.keyed, "erase"));
  demand(kind, `erasing ${subject}`);
};

/** Tells the application what became of its case. */
export const concludeCase = async (deps: Linking, from: Case, outcome: CaseOutcome): Promise<void> => {
  const { decision } = from;
  const decided = decision === undefined ? {} : { decidedAt: decision.at };
  const command = { type: "conclude-case", case: from.case, outcome, ...decided } as const;
  const request = follows(deps.keyed, `conclude.${from.case}`);
  const { kind } = await perform(deps, application, from.application, always(command), request);
  demand(kind, `concluding ${from.case}`);
};

/** Tells a granted case that the application it was needed for has come: nothing is awaited any more. */
export const followCase = async (deps: Linking, from: Case): Promise<void> => {
  if (from.follows === undefined) return;
  const command = { type: "follow", by: from.case } as const;
  const request = follows(deps.keyed, `follow.${from.case}`);
  const { kind } = await perform(deps, caseDecider, from.follows, always(command), request);
  demand(kind, `following ${from.follows}`);
};
