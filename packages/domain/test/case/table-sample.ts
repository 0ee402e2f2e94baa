import type { Case, CaseState } from "@window/domain/case/case.ts";
import type { CaseCommand } from "@window/domain/case/command.ts";
import type { CasePhase } from "@window/domain/case/decision-table.ts";
import { Hash } from "@window/domain/declared.ts";
import { Day } from "@window/domain/day.ts";
import { ActorId, CaseId } from "@window/domain/id.ts";
import type { Instant } from "@window/domain/instant.ts";
import type { CaseKind } from "@window/domain/item/kind.ts";
import { RegisterId } from "@window/domain/item/verification.ts";
import { Item } from "@window/domain/item/item.ts";
import { WayId } from "@window/domain/item/way.ts";
import { WindowId } from "@window/domain/place/window.ts";
import assert from "node:assert/strict";
import { china } from "../calendar/sample.ts";
import {
  ask,
  departments,
  item as written,
  monday,
  opening,
  play,
  referralOf,
  ruling,
  say,
  why,
} from "./sample.ts";

const [review] = written.ways;
const [rule] = written.kinds;
const spot = { ...review, id: "spot", kind: "delegated", decides: "window", rounds: [] };
const matter = { ...review, id: "matter", kind: "deliberated" };
const text = { zh: "承诺", en: "I promise" };

/** An item with a way of every kind, and commitments. */
export const item = Item.parse({
  ...written,
  ways: [review, { ...review, id: "again" }, spot, matter],
  kinds: [rule, ...["again", "spot", "matter"].map((way) => ({ ...rule, id: way, way }))],
  commitment: {
    applicant: text,
    employer: text,
    withoutEmployer: "applicant-alone",
    onePerson: "signs-for-both",
    check: { count: 30, unit: "working-day", provenance: { kind: "example" } },
    basis: written.basis[0],
  },
});

const wayOf = { delegated: "spot", agency: "review", deliberated: "matter" } satisfies Record<
  CaseKind,
  string
>;

const begun = (kind: CaseKind): Case => {
  assert.ok(opening.type === "open");
  const way = WayId.parse(wayOf[kind]);
  const decides = kind === "delegated" ? "window" : "department";
  const first: CaseCommand = { ...opening, item, ruling: { ...ruling, kind, way, decides } };
  return play([[first, monday]]).state ?? assert.fail();
};

/** A case of a kind in a phase: one that runs has asked its departments, where its way has any. */
export const caseIn = (kind: CaseKind, phase: CasePhase): CaseState => {
  if (phase === "none") return undefined;
  const state = begun(kind);
  if (phase === "received") {
    const { acceptedAt: _, promised: __, legal: ___, warnAt: ____, watched: _____, ...rest } = state;
    return { ...rest, phase };
  }
  if (phase !== "held") return { ...state, phase };
  return { ...state, held: { since: monday, decision: "granted", reasons: [] } };
};

const clerk = { actor: ActorId.parse("usr_clerk"), window: WindowId.parse("win_haikou") };
const owner = { actor: ActorId.parse("usr_wang") };

interface Asked {
  readonly command: CaseCommand;
  /** What has to be so for the command to mean anything in a case that runs. */
  readonly given?: (state: Case) => Case;
  readonly at?: Instant;
}

const asking = (state: Case): Case => {
  const { referrals } =
    play([
      [opening, monday],
      [ask(0), monday],
    ]).state ?? assert.fail();
  return { ...state, referrals };
};
const due = (state: Case): Instant => state.promised?.due ?? monday;

/** Each command as somebody with the right sends it, where it means the most. */
export const commands = (of: CaseState): Readonly<Record<CaseCommand["type"], Asked>> => {
  const when = of === undefined ? monday : due(of);
  assert.ok(opening.type === "open");
  return {
    open: { command: { ...opening, item } },
    "open-round": { command: { type: "open-round", round: 0, item, calendar: china } },
    acknowledge: {
      command: { type: "acknowledge", referral: referralOf(0), department: departments[0] ?? assert.fail() },
      given: asking,
    },
    answer: { command: say(0, "agree"), given: asking },
    "report-undelivered": {
      command: { type: "report-undelivered", referral: referralOf(0), attempts: 10 },
      given: asking,
    },
    reach: { command: { type: "reach", plan: "due", at: when, item }, at: when },
    "record-verdict": {
      command: {
        type: "record-verdict",
        verification: 0,
        register: RegisterId.parse("reg_sample"),
        attempt: 1,
        verdict: { kind: "match" },
        asked: Hash.parse("a".repeat(64)),
      },
    },
    "report-stuck": { command: { type: "report-stuck", round: 0, cause: "fault" } },
    resume: {
      command: { type: "resume", reason: why },
      given: (state) => ({ ...state, stuck: { round: 0, cause: "fault", at: monday } }),
    },
    assess: { command: { type: "assess", officer: clerk, item, finding: "verified", reasons: [] } },
    sign: {
      command: { type: "sign", officer: owner, item, calendar: china },
      given: (state) => ({
        ...state,
        commitment: { asked: ["applicant"], open: ["applicant"], askedAt: monday },
      }),
    },
    attend: { command: { type: "attend", officer: clerk, item, calendar: china } },
    "change-kind": {
      command: {
        type: "change-kind",
        officer: clerk,
        way: WayId.parse("again"),
        reason: why,
        item,
        calendar: china,
      },
    },
    "explain-delay": {
      command: {
        type: "explain-delay",
        officer: clerk,
        reason: "volume",
        responsible: clerk.window,
        expected: Day.parse("2026-12-24"),
        item,
        calendar: china,
      },
      given: (state) => ({
        ...state,
        duty: { since: monday, limit: "promised", by: clerk.window, open: true, times: 0 },
      }),
    },
    follow: { command: { type: "follow", by: CaseId.parse("case_after") } },
    withdraw: { command: { type: "withdraw" } },
    erase: { command: { type: "erase" } },
  };
};
