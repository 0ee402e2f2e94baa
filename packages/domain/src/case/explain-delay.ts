import { dayKind } from "../calendar/working-day.ts";
import { dayOf, endOf } from "../day.ts";
import type { Context, Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { Instant } from "../instant.ts";
import type { DepartmentId } from "../place/department.ts";
import type { WindowId } from "../place/window.ts";
import { owesReason, redCardsBy } from "./cards.ts";
import type { Case } from "./case.ts";
import { watch } from "./checkpoint.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { CaseEvent } from "./event.ts";
import type { Term } from "./term.ts";
import { isAtWindow } from "./officer.ts";
import { term } from "./terms.ts";

type Command = Extract<CaseCommand, { type: "explain-delay" }>;

/** The posts whose delay it can be: the windows of the case and the departments that were asked. */
const postsOf = ({ window, competent, referrals }: Case): readonly (WindowId | DepartmentId)[] => [
  ...new Set([competent, window, ...referrals.map(({ department }) => department)]),
];

const fault = (state: Case, command: Command, at: Instant): CaseRefusal | undefined => {
  const { officer, reason, responsible, expected } = command;
  if (!isAtWindow(state, officer)) return { code: "no-such-case" };
  if (officer.window !== state.competent) return { code: "explained-by-another", by: state.competent };
  if (officer.actor === state.owner) return { code: "own-case" };
  if (state.phase !== "running") return { code: "no-delay-to-explain" };
  if (reason === undefined) return { code: "delay-reason-missing" };
  const posts = postsOf(state);
  if (!posts.includes(responsible)) return { code: "post-not-of-case", posts };
  return expected < dayOf(at) ? { code: "expected-date-past" } : undefined;
};

const expectedTerm = ({ calendar, expected }: Command): Term => ({
  due: endOf(expected),
  lastDay: expected,
  provisional: dayKind(calendar, expected).provisional,
  calendar: calendar.version,
});

/** What was held becomes the decision; the check of a commitment is owed from the decision. */
const released = ({ held }: Case, { item, calendar }: Command, at: Instant): readonly CaseEvent[] => {
  if (held === undefined) return [];
  const { decision, reasons, basis } = held;
  const check = basis === "committed" ? item.commitment?.check : undefined;
  return [
    {
      type: "case.decided.v1",
      decision,
      reasons: [...reasons],
      late: true,
      ...(basis === undefined ? {} : { basis }),
      ...(check === undefined ? {} : { checkBy: term(calendar, at, check) }),
    },
  ];
};

/**
 * The competent window says to the public why a case is late, whose delay it is, and by when it is expected now
 * (优化营商环境条例 art. 36). A decision that was held for it is taken in the same commit. When the new date passes too,
 * another explanation is owed.
 */
export const explainDelay = (
  state: Case,
  command: Command,
  { at }: Context,
): Decision<CaseEvent, CaseRefusal> => {
  const wrong = fault(state, command, at);
  if (wrong !== undefined) return refuse(wrong);
  const { reason, responsible, note, item, calendar } = command;
  const cards = redCardsBy(state, item, at);
  if (reason === undefined || !owesReason(state, cards)) return refuse({ code: "no-delay-to-explain" });
  const expected = expectedTerm(command);
  const explained: CaseEvent = {
    type: "case.delay-explained.v1",
    reason,
    responsible,
    expected,
    ...(note === undefined ? {} : { note }),
    watched: [...watch({ item, calendar, from: at }, "expected", expected)],
  };
  return { events: [...cards, explained, ...released(state, command, at)] };
};
