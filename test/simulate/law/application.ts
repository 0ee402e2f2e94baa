import { application } from "@window/domain/application/decide.ts";
import type { Application, ApplicationCase } from "@window/domain/application/application.ts";
import { isWaiting, readyAt } from "@window/domain/application/waiting.ts";
import type { Case } from "@window/domain/case/case.ts";
import type { CaseId } from "@window/domain/id.ts";
import type { Folded, Ledgers } from "../ledgers.ts";
import type { World } from "../world.ts";

const outcomeOf = ({ decision, phase }: Case): string =>
  decision?.decision ?? (phase === "withdrawn" ? "withdrawn" : "open");

/** One result when something was granted, none otherwise; none is owed to whoever has been erased. */
const results = (world: World, { state, commits }: Folded<Application>): readonly string[] => {
  const events = commits.flatMap((commit) => commit.events.map((event) => application.read(event)));
  const issued = events.filter(({ type }) => type === "application.issued.v1").length;
  const granted = state.cases.some(({ outcome }) => outcome === "granted");
  const concluded = state.cases.length > 0 && state.cases.every(({ outcome }) => outcome !== undefined);
  const owed = granted && concluded && !world.shelves.vault.isErased(state.application) ? 1 : 0;
  if (issued > 1 || issued < owed) return [`${state.application} issued ${issued} results and owes ${owed}`];
  return issued > 0 && !granted ? [`${state.application} issued a result of nothing`] : [];
};

/** A case begins with the submission or with the last decision it waits for; one that was taken back has no instant. */
const beginOf = (state: Application, known: ApplicationCase, opened: ReadonlyMap<CaseId, Case>) => {
  const needed = (known.after ?? []).map((before) => opened.get(before)?.decision?.at);
  const isDecided = needed.every((at) => at !== undefined);
  return isDecided ? Math.max(state.submittedAt ?? 0, ...needed) : readyAt(state, known);
};

/** A case may wait as long as something that it waits for has not ended. */
const waiting = ({ case: id, after = [] }: ApplicationCase, opened: ReadonlyMap<CaseId, Case>) => {
  const isOver = after.every((before) => {
    const needed = opened.get(before);
    return needed !== undefined && outcomeOf(needed) !== "open";
  });
  return isOver ? [`${id} waits for ever`] : [];
};

const goesOn = (asked: boolean, { phase }: Case): boolean => asked && phase === "running";

/** Application and case say the same of each other. */
const links = ({ state }: Folded<Application>, opened: ReadonlyMap<CaseId, Case>): readonly string[] =>
  state.cases.flatMap((known) => {
    const own = opened.get(known.case);
    if (known.neverBegun === true) return own === undefined ? [] : [`${known.case} was begun and was over`];
    if (isWaiting(state, known)) return waiting(known, opened);
    if (own === undefined) return [`${known.case} was never opened`];
    if (own.number !== known.number) return [`${known.case} has another number`];
    if ((known.outcome ?? "open") !== outcomeOf(own))
      return [`${state.application} believes that ${known.case} is ${known.outcome ?? "open"}`];
    if (own.receivedAt !== beginOf(state, known, opened)) return [`the clock of ${known.case} began wrongly`];
    const asked = state.withdrawalAsked || known.withdrawalAsked === true;
    return goesOn(asked, own) ? [`${known.case} was asked to stop and goes on`] : [];
  });

/** A submitted application has its cases, hears what became of them, and issues one result when one was granted. */
export const applicationLaw = (world: World, { applications, cases }: Ledgers): readonly string[] => {
  const opened = new Map(cases.map(({ state }) => [state.case, state]));
  const numbers = applications.flatMap(({ state }) => state.cases.map(({ number }) => number));
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  return [
    ...twice.map((number) => `${number} was given twice`),
    ...applications.flatMap((own) => [...results(world, own), ...links(own, opened)]),
  ];
};
