import type { Calendar } from "../calendar/calendar.ts";
import type { CountedDay } from "../calendar/counted-days.ts";
import { countedDays } from "../calendar/counted-days.ts";
import type { Limit } from "../calendar/limit.ts";
import { dayKind } from "../calendar/working-day.ts";
import type { Case } from "../case/case.ts";
import type { Term } from "../case/term.ts";
import { addDays, type Day, dayOf, endOf } from "../day.ts";
import type { Instant } from "../instant.ts";
import { later } from "../instant.ts";
import type { Item } from "../item/item.ts";
import { wayOf } from "../item/way-of.ts";
import { type Mover, moversOf } from "./mover.ts";
import { nameOf, type Party, partyAt } from "./party.ts";

/**
 * One day of a case. `counted`: it is one of the limit's, or one that the case is over it. `stands`: it is over, is still to
 * come, or lies beyond the last day. `party` is null for a day to come.
 */
export interface ExplainedDay {
  readonly day: Day;
  readonly counted: boolean;
  readonly provisional: boolean;
  readonly reason: {
    readonly code: CountedDay["reason"]["code"] | "before-acceptance";
    readonly document: string | null;
  };
  readonly stands: "run" | "ahead" | "over";
  readonly party: Party | null;
}

export interface Explanation {
  readonly receivedOn: Day;
  readonly acceptedOn: Day | null;
  /** The last day the explanation looks at as gone by: today, or the day of the decision. */
  readonly until: Day;
  readonly term: Term | null;
  readonly limit: Limit | null;
  readonly days: readonly ExplainedDay[];
  /** Counted days that have gone by, of each party; together they are `total`. */
  readonly parties: readonly { readonly party: Party; readonly days: number }[];
  readonly total: number;
  readonly movers: readonly Mover[];
}

/** 受理 begins the count: what lies before it is nobody's limit. */
const BEFORE = { code: "before-acceptance", document: "行政许可法 第三十二条、第四十二条" } as const;

type Reckoned = Pick<ExplainedDay, "day" | "counted" | "provisional" | "reason">;

const range = (from: Day, until: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
};

const byCalendar =
  (calendar: Calendar) =>
  (day: Day): Reckoned => {
    const { working, provisional, reason } = dayKind(calendar, day);
    return { day, counted: working, provisional, reason };
  };

/** The days of the limit as the deadline counted them, and after them each as the calendar has it. */
const reckoned = (
  calendar: Calendar,
  from: Instant,
  limit: Limit | null,
  until: Day,
): readonly Reckoned[] => {
  const start = dayOf(from);
  const inLimit: readonly Reckoned[] = limit === null ? [] : countedDays(calendar, from, limit);
  const begun: readonly Reckoned[] =
    inLimit.length > 0
      ? inLimit
      : [
          {
            day: start,
            counted: false,
            provisional: false,
            reason: { code: "start-day", document: "民法典 第二百零一条" },
          },
        ];
  const last = begun.at(-1)?.day ?? start;
  return [...begun, ...range(addDays(last, 1), until).map(byCalendar(calendar))];
};

/** Whoever has the case when a day ends has had the day. */
const stand = (state: Case, until: Day, lastDay: Day | undefined) => {
  const end = state.decision === undefined ? undefined : later(state.decision.at, -1);
  return (known: Reckoned): ExplainedDay => {
    if (known.day > until) return { ...known, stands: "ahead", party: null };
    const close = later(endOf(known.day), -1);
    const at = end !== undefined && end < close ? end : close;
    const stands = lastDay !== undefined && known.day > lastDay ? "over" : "run";
    return { ...known, stands, party: partyAt(state, at) };
  };
};

const addUp = (days: readonly ExplainedDay[]): Explanation["parties"] => {
  const sums = new Map<string, { readonly party: Party; readonly days: number }>();
  for (const { party, counted } of days) {
    if (party === null || !counted) continue;
    const name = nameOf(party);
    sums.set(name, { party, days: (sums.get(name)?.days ?? 0) + 1 });
  }
  return [...sums.values()];
};

/** The limit that the date was counted by; a season's date stands by itself. */
const limitOf = (state: Case, item: Item): Limit | null => {
  if (state.season !== undefined) return null;
  const { promised, legal } = wayOf(item, state).limits;
  return state.promised === undefined ? legal : promised;
};

/**
 * Every day of a case since its receipt: counted or not, why, and whose it was; and what would move its date. From the
 * ledger and the calendar alone, so explaining twice is the same. `now` is where the days to come begin.
 */
export const explain = (state: Case, item: Item, calendar: Calendar, now: Instant): Explanation => {
  const term = state.promised ?? state.legal ?? null;
  const limit = limitOf(state, item);
  const until = dayOf(state.decision?.at ?? now);
  const accepted = state.acceptedAt;
  const received = dayOf(state.receivedAt);
  const before = range(received, accepted === undefined ? until : addDays(dayOf(accepted), -1)).map(
    (day): Reckoned => ({ day, counted: false, provisional: false, reason: BEFORE }),
  );
  const last = term !== null && term.lastDay > until ? term.lastDay : until;
  const counted = accepted === undefined ? [] : reckoned(calendar, accepted, limit, last);
  const days = [...before, ...counted].map(stand(state, until, term?.lastDay));
  const parties = addUp(days);
  return {
    receivedOn: received,
    acceptedOn: accepted === undefined ? null : dayOf(accepted),
    until,
    term,
    limit,
    days,
    parties,
    total: parties.reduce((sum, part) => sum + part.days, 0),
    movers: moversOf(state, item, calendar, days),
  };
};
