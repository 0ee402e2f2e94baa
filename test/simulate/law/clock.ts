import { caseDecider } from "@window/domain/case/decide.ts";
import type { Case } from "@window/domain/case/case.ts";
import type { Term } from "@window/domain/case/term.ts";
import type { Limit } from "@window/domain/calendar/limit.ts";
import { HOUR, type Instant } from "@window/domain/instant.ts";
import type { Item } from "@window/domain/item/item.ts";
import { stepOf, wayOf } from "@window/domain/item/way-of.ts";
import type { Folded, Ledgers } from "../ledgers.ts";
import type { World } from "../world.ts";
import { isSmooth } from "../faults.ts";
import { dueBy } from "./day-by-day.ts";

const terms = (world: World, item: Item, { state }: Folded<Case>): readonly string[] => {
  const wrong: string[] = [];
  const check = (what: string, from: Instant, limit: Limit, term: Term | undefined): void => {
    const due = dueBy(world.shop.offer.calendar, from, limit);
    if (term?.due !== due) wrong.push(`${what} of ${state.case} is due ${term?.due ?? "never"}, not ${due}`);
  };
  const { legal, promised } = wayOf(item, state).limits;
  if (promised !== null) check("the whole", state.receivedAt, promised, state.promised);
  if (legal !== null) check("the law", state.receivedAt, legal, state.legal);
  for (const asked of state.referrals)
    check(asked.step, asked.openedAt, stepOf(item, asked).limit, asked.term);
  return wrong;
};

type Spoken = "case.warned.v1" | "case.overdue.v1";

/** A timer speaks, never before its instant, and not of a case that was over by then. */
const spoken = (
  world: World,
  { state, commits }: Folded<Case>,
  type: Spoken,
  instant: Instant,
): readonly string[] => {
  const facts = commits.flatMap(({ at, events }) =>
    events.map((event) => ({ at, type: caseDecider.read(event).type })),
  );
  const ended = facts.find((fact) => fact.type === "case.decided.v1" || fact.type === "case.withdrawn.v1");
  const said = facts.find((fact) => fact.type === type);
  if (said === undefined) {
    // In a rough world a decision may come before the sweep that is late for the instant.
    const owed = ended === undefined || isSmooth(world.drawn);
    const missing = owed && (ended?.at ?? world.now) > instant + 2 * HOUR;
    return missing ? [`${type} of ${state.case} never came`] : [];
  }
  if (said.at < instant) return [`${type} of ${state.case} is early`];
  const after = ended !== undefined && facts.indexOf(said) > facts.indexOf(ended);
  return after ? [`${type} of ${state.case} came after its end`] : [];
};

const standings = ({ state }: Folded<Case>): readonly string[] =>
  state.referrals
    .filter(({ answer, term }) => {
      if (answer === undefined || answer.standing === "after-close") return false;
      return (answer.standing === "late") !== answer.at >= term.due;
    })
    .map(({ referral, answer }) => `the answer to ${referral} is ${answer?.standing ?? ""} by mistake`);

const timers = (world: World, folded: Folded<Case>): readonly string[] => {
  const { warnAt, promised } = folded.state;
  return [
    ...(warnAt === undefined ? [] : spoken(world, folded, "case.warned.v1", warnAt)),
    ...(promised === undefined ? [] : spoken(world, folded, "case.overdue.v1", promised.due)),
  ];
};

/** Dates agree with the calendar counted day by day, timers keep their instants, and none is left behind. */
export const clockLaw = (world: World, { cases }: Ledgers): readonly string[] => {
  const left = world.shelves.timers.all().filter(({ at }) => at < world.now - HOUR);
  return [
    ...left.map(({ subject, plan }) => `${plan} of ${subject} was not reached`),
    ...cases.flatMap((folded) => {
      const item = world.shop.offer.item(folded.state.item);
      return item === undefined
        ? []
        : [...terms(world, item, folded), ...timers(world, folded), ...standings(folded)];
    }),
  ];
};
