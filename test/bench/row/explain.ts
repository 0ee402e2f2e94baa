import { calendar } from "@window/catalogue/calendar.ts";
import { items } from "@window/catalogue/items.ts";
import { deadline } from "@window/domain/calendar/deadline.ts";
import { Limit } from "@window/domain/calendar/limit.ts";
import type { Case } from "@window/domain/case/case.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import { Ruling } from "@window/domain/case/ruling.ts";
import { explain } from "@window/domain/explain/explain.ts";
import { ActorId, ApplicationId, CaseId, CaseNumber } from "@window/domain/id.ts";
import { DAY, fromIso, later } from "@window/domain/instant.ts";
import { Item } from "@window/domain/item/item.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { median } from "../quantile.ts";
import type { Row } from "../row.ts";

const limit = Limit.parse({ count: 90, unit: "working-day", provenance: { kind: "example" } });
const from = fromIso("2026-06-01T09:00:00+08:00");
const TIMES = 2000;

const ninety = (): { readonly item: Item; readonly state: Case } => {
  const rent = items.find(({ id }) => id === "item_rent-subsidy");
  const item = Item.parse({
    ...rent,
    ways: rent?.ways.map((way) => ({ ...way, limits: { ...way.limits, promised: limit } })),
  });
  const [way] = item.ways;
  const ruling = Ruling.parse({
    kind: way?.kind,
    way: way?.id,
    decides: "department",
    rule: item.kinds[0]?.id,
    competent: "win_haikou",
  });
  const opening = {
    type: "open",
    case: CaseId.parse("case_bench"),
    application: ApplicationId.parse("app_bench"),
    owner: ActorId.parse("usr_bench"),
    number: CaseNumber.parse("0000-0000-0000"),
    window: WindowId.parse("win_haikou"),
    receivedAt: from,
    item,
    ruling,
    calendar,
  } as const;
  let state = caseDecider.initial;
  for (const command of [opening, { type: "open-round", round: 0, item, calendar } as const]) {
    const decision = caseDecider.decide(state, command, { at: from, seq: 0 });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    for (const event of decision.events) state = caseDecider.evolve(state, event, { at: from, seq: 1 });
  }
  if (state === undefined) throw new Error("no case was opened");
  return { item, state };
};

/** Microseconds that `act` takes: median over many, each of a few calls, so that the timer does not count. */
const micros = (act: () => unknown): number => {
  const AT_ONCE = 20;
  const taken = Array.from({ length: TIMES / AT_ONCE }, () => {
    const begun = performance.now();
    for (let time = 0; time < AT_ONCE; time += 1) act();
    return ((performance.now() - begun) * 1000) / AT_ONCE;
  });
  return median(taken);
};

export const explained: Row = {
  name: "due date of a case of 90 working days, and its explanation",
  goal: "≤ 50 µs, ≤ 1 ms",
  measure() {
    const { item, state } = ninety();
    const due = micros(() => deadline(calendar, from, limit));
    const told = micros(() => explain(state, item, calendar, later(from, 60 * DAY)));
    return Promise.resolve({
      met: due <= 50 && told <= 1000,
      figures: { "due date µs": due, "explanation µs": told },
    });
  },
};
