import type { Case, CaseState } from "../case/case.ts";
import { caseDecider } from "../case/decide.ts";
import { nextRound } from "../case/round.ts";
import type { CaseId } from "../id.ts";
import type { Ledger } from "../perform.ts";
import { always, current, perform } from "../perform.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { KeyedDigest } from "../port/digest.ts";
import type { Rounds, Waiting } from "../port/rounds.ts";
import type { Workflow } from "../port/workflow.ts";
import { pinned } from "./own.ts";
import { follows } from "./system.ts";

export interface Routing extends Ledger {
  readonly catalogue: Catalogue;
  readonly keyed: KeyedDigest;
  readonly rounds: Rounds;
  readonly workflow: Workflow;
}

const next = async (deps: Routing, state: CaseState): Promise<number | undefined> =>
  state === undefined ? undefined : nextRound(state, await pinned(deps.catalogue, state));

/** Tells the machine that a round is over, and whether another follows. */
const complete = async (deps: Routing, token: string, state: CaseState): Promise<void> => {
  await deps.workflow.complete(token, { more: (await next(deps, state)) !== undefined });
};

/** Completes the task that waits, and then forgets its token; killed in between, its effect comes again and forgets it. */
const use = async (
  deps: Routing,
  subject: CaseId,
  waiting: Waiting,
  act: (token: string) => Promise<unknown>,
): Promise<void> => {
  const token = await deps.rounds.get(subject, waiting);
  if (token === undefined) return;
  await act(token);
  await deps.rounds.remove(subject, waiting, token);
};

/**
 * The task `Open round`: asks every department of the next round and keeps the token until the round is closed.
 * The token is stored before the round is opened, because the first webhook leaves with that commit; a round that
 * closed before we came to look again is completed here.
 */
export const openRound = async (deps: Routing, subject: CaseId, token: string): Promise<void> => {
  const { state, seq } = await current(deps.store, caseDecider, subject);
  const round = await next(deps, state);
  if (state === undefined || round === undefined) return complete(deps, token, state);
  await deps.rounds.put(subject, `round-${round}`, token);
  const item = await pinned(deps.catalogue, state);
  const { calendar } = await deps.catalogue.current();
  const command = { type: "open-round", round, item, calendar } as const;
  const request = follows(deps.keyed, `open-round.${String(round)}.${String(seq)}`);
  const opened = await perform(deps, caseDecider, subject, always(command), request);
  if (opened.kind !== "done") throw new Error(`opening round ${String(round)} of ${subject} was refused`);
  const { state: after } = await current(deps.store, caseDecider, subject);
  if ((await next(deps, after)) === round) return;
  await complete(deps, token, after);
  await deps.rounds.remove(subject, `round-${round}`, token);
};

/** The effect of a closed round, a withdrawal or a decision: whoever waits for that round goes on. */
export const completeRound = async (deps: Routing, state: Case, round: number): Promise<void> => {
  if ((await next(deps, state)) === round) return;
  await use(deps, state.case, `round-${round}`, (token) => complete(deps, token, state));
};

/** The task `Stuck`: opening a round failed three times, so a person has to look. Keeps the token for `resumeRoute`. */
export const reportStuck = async (
  deps: Routing,
  subject: CaseId,
  token: string,
  cause: string,
): Promise<void> => {
  await deps.rounds.put(subject, "stuck", token);
  const { state, seq } = await current(deps.store, caseDecider, subject);
  const round = await next(deps, state);
  if (round === undefined) {
    await complete(deps, token, state);
    return deps.rounds.remove(subject, "stuck", token);
  }
  const request = follows(deps.keyed, `stuck.${String(round)}.${String(seq)}`);
  await perform(deps, caseDecider, subject, always({ type: "report-stuck", round, cause } as const), request);
};

/** The effect of an operator's word, or of the end of a case that is stuck: its machine looks at the round again. */
export const resumeRoute = async (deps: Routing, subject: CaseId): Promise<void> => {
  await use(deps, subject, "stuck", (token) => deps.workflow.complete(token, {}));
};
