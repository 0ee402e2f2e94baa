import type { CaseId } from "../id.ts";
import { Instant } from "../instant.ts";
import type { Application, ApplicationCase } from "./application.ts";
import type { ApplicationEvent } from "./event.ts";

type Cases = Pick<Application, "cases" | "submittedAt">;

const before = ({ cases }: Cases, { after = [] }: ApplicationCase): readonly ApplicationCase[] =>
  cases.filter((known) => after.includes(known.case));

/** Without the result it needed there is nothing to decide. */
const fallsAway = (state: Cases, waiting: ApplicationCase): boolean =>
  waiting.ifRefused === "falls-away" &&
  before(state, waiting).some(({ outcome }) => outcome !== undefined && outcome !== "granted");

/**
 * When a case of a submitted application could begin: with the submission, or with the last decision it waits for. From
 * there its clock runs. Undefined while it waits, and for one that fell away or was taken back while it waited.
 */
export const readyAt = (state: Cases, opened: ApplicationCase): Instant | undefined => {
  const needed = before(state, opened).map(({ concludedAt }) => concludedAt);
  const known = needed.filter((at) => at !== undefined);
  if (opened.neverBegun === true) return undefined;
  if (state.submittedAt === undefined || known.length < needed.length || fallsAway(state, opened))
    return undefined;
  return Instant.parse(Math.max(state.submittedAt, ...known));
};

export const isWaiting = (state: Cases, opened: ApplicationCase): boolean =>
  opened.outcome === undefined && readyAt(state, opened) === undefined;

type Concluded = Extract<ApplicationEvent, { type: "application.case-concluded.v1" }>;

/** What else ends with a case: those that needed its grant, and those that needed theirs. */
export const lapsing = ({ cases, ...state }: Cases, ended: readonly Concluded[]): readonly Concluded[] => {
  const outcomes = new Map(ended.map(({ case: subject, outcome }) => [subject, outcome]));
  const now = cases.map((known) => {
    const outcome = known.outcome ?? outcomes.get(known.case);
    return outcome === undefined ? known : { ...known, outcome };
  });
  const next = now.find((known) => known.outcome === undefined && fallsAway({ ...state, cases: now }, known));
  if (next === undefined) return ended;
  return lapsing({ ...state, cases }, [...ended, conclusion(next.case, "lapsed")]);
};

export const conclusion = (subject: CaseId, outcome: Concluded["outcome"]): Concluded => ({
  type: "application.case-concluded.v1",
  case: subject,
  outcome,
});
