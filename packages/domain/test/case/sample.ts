import type { Case } from "@window/domain/case/case.ts";
import type { CaseCommand } from "@window/domain/case/command.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import type { CaseEvent } from "@window/domain/case/event.ts";
import { Ruling } from "@window/domain/case/ruling.ts";
import { Sealed } from "@window/domain/declared.ts";
import { referralId } from "@window/domain/case/referral-id.ts";
import { ActorId, ApplicationId, CaseId, CaseNumber } from "@window/domain/id.ts";
import type { Instant } from "@window/domain/instant.ts";
import { Item, ReasonCode } from "@window/domain/item/item.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { china, noon } from "../calendar/sample.ts";
import { written } from "../item/sample.ts";

const step = (id: string, department: string, count: number) => ({
  id,
  department,
  question: { zh: "？", en: "?" },
  limit: { count, unit: "working-day", provenance: { kind: "example" } },
});

/** Two departments are asked at once, then a third. */
export const item = Item.parse({
  ...written,
  ways: written.ways.map((way) => ({
    ...way,
    limits: {
      ...way.limits,
      promised: { count: 10, unit: "working-day", provenance: { kind: "example" } },
    },
    rounds: [
      [step("talent", "dept_talent", 3), step("police", "dept_police", 3)],
      [step("housing", "dept_housing", 5)],
    ],
  })),
  reasons: ["no-contract", "not-resident"].map((code) => ({ code, text: { zh: code, en: code } })),
});

export const id = CaseId.parse("case_sample");
export const monday = noon("2026-11-23");
export const departments = ["dept_talent", "dept_police", "dept_housing"].map((name) =>
  DepartmentId.parse(name),
);
export const reasons = ["no-contract", "not-resident"].map((code) => ReasonCode.parse(code));

/** The referral of a department: talent and police stand in the first round, housing in the second. */
export const referralOf = (index: number) => referralId(id, index === 2 ? 1 : 0, index === 2 ? 0 : index);

export const ruling = Ruling.parse({
  kind: "agency",
  way: "review",
  decides: "department",
  rule: "always",
  competent: "win_haikou",
});

export const opening: CaseCommand = {
  type: "open",
  case: id,
  application: ApplicationId.parse("app_sample"),
  owner: ActorId.parse("usr_wang"),
  number: CaseNumber.parse("0000-0000-0000"),
  item,
  ruling,
  window: WindowId.parse("win_haikou"),
  receivedAt: monday,
  calendar: china,
};

export const ask = (round: number): CaseCommand => ({ type: "open-round", round, item, calendar: china });

/** The answer of department `index`; refusals give the first reason. */
export const say = (
  index: number,
  outcome: "agree" | "refuse",
): Extract<CaseCommand, { type: "answer" }> => ({
  type: "answer",
  referral: referralOf(index),
  department: departments[index] ?? DepartmentId.parse("dept_nobody"),
  item,
  outcome,
  reasons: outcome === "refuse" ? reasons.slice(0, 1) : [],
});

/** Free text, as it is kept. */
export const why = Sealed.parse(`s1.${"A".repeat(40)}`);

export interface History {
  readonly state: Case | undefined;
  readonly events: readonly CaseEvent[];
  readonly refusals: readonly string[];
}

/** Plays commands one after the other, each at its instant. */
export const play = (commands: readonly (readonly [CaseCommand, Instant])[]): History => {
  let state = caseDecider.initial;
  const events: CaseEvent[] = [];
  const refusals: string[] = [];
  let seq = 0;
  for (const [command, at] of commands) {
    const decision = caseDecider.decide(state, command, { at, seq });
    if ("refusal" in decision) refusals.push(decision.refusal.code);
    else if (decision.events.length > 0) {
      seq += 1;
      for (const event of decision.events)
        state = caseDecider.evolve(state, record(event, events), { at, seq });
    }
  }
  return { state, events, refusals };
};

/** As a store would give it back: through JSON and through the schema. */
const record = (event: CaseEvent, into: CaseEvent[]): CaseEvent => {
  const read = caseDecider.read(JSON.parse(JSON.stringify(event)));
  into.push(read);
  return read;
};
