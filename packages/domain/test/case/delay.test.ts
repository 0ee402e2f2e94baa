/** A case that is late: who is told when, what the window owes the public, and that nothing is decided without it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseCommand } from "@window/domain/case/command.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import type { CaseEvent } from "@window/domain/case/event.ts";
import { addDays, Day, dayOf, endOf } from "@window/domain/day.ts";
import { effectsOfCase } from "@window/domain/dispatch/effect.ts";
import { deskRow } from "@window/domain/dispatch/desk-row.ts";
import { lateRows } from "@window/domain/dispatch/late-rows.ts";
import { ActorId } from "@window/domain/id.ts";
import { HOUR, later, type Instant } from "@window/domain/instant.ts";
import { Item } from "@window/domain/item/item.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { china } from "../calendar/sample.ts";
import { ask, item, monday, opening, play, referralOf, say, why } from "./sample.ts";

type Explain = Extract<CaseCommand, { type: "explain-delay" }>;
type Step = readonly [CaseCommand, Instant];

const due = endOf(Day.parse("2026-12-07"));
const haikou = WindowId.parse("win_haikou");
const clerk = { actor: ActorId.parse("usr_clerk"), window: haikou };
const NEXT_WEEK = Day.parse("2026-12-15");

const reach = (plan: "warning" | "due" | "check", at: Instant): Step => [
  { type: "reach", plan, at, item },
  at,
];
const reachStep = (index: number, at: Instant): Step => [
  { type: "reach", plan: "check", at, item, referral: referralOf(index) },
  at,
];
const explain = (over: Partial<Explain> = {}): Explain => ({
  type: "explain-delay",
  officer: clerk,
  reason: "department-late",
  responsible: DepartmentId.parse("dept_police"),
  expected: NEXT_WEEK,
  item,
  calendar: china,
  ...over,
});

const openedWith = (over: Partial<Extract<CaseCommand, { type: "open" }>>): CaseCommand => {
  assert.ok(opening.type === "open");
  return { ...opening, ...over };
};

const begun: readonly Step[] = [
  [opening, monday],
  [ask(0), monday],
];
const late: readonly Step[] = [...begun, reach("due", due)];
const after = (hours: number): Instant => later(due, hours * HOUR);
const types = (events: readonly CaseEvent[]) => events.map(({ type }) => type);
const cards = (events: readonly CaseEvent[]) =>
  events.flatMap((event) => (event.type === "case.checkpoint-reached.v1" ? [event] : []));

test("half of the promised time gone is a notice to the competent window", () => {
  const { state } = play(begun);
  const [half] = state?.watched ?? [];
  assert.ok(half !== undefined);
  assert.equal(half.at, Math.floor((monday + due) / 2));
  const { events } = play([...begun, reach("check", half.at)]);
  assert.deepEqual(
    cards(events).map(({ card, told }) => [card, told]),
    [["notice", ["win_haikou"]]],
  );
});

test("a department is warned one working day before its step ends, and gets a yellow card when it is over", () => {
  const { state } = play(begun);
  const watched = state?.referrals[1]?.watched ?? [];
  assert.deepEqual(
    watched.map(({ checkpoint, at }) => [checkpoint, dayOf(later(at, -1))]),
    [
      ["step-warning", "2026-11-25"],
      ["step-yellow", "2026-11-26"],
    ],
  );
  const { events } = play([...begun, ...watched.map(({ at }) => reachStep(1, at))]);
  assert.deepEqual(
    cards(events).map(({ card, told, referral }) => [card, told, referral]),
    [
      ["warning", ["dept_police"], referralOf(1)],
      ["yellow", ["win_haikou", "dept_police"], referralOf(1)],
    ],
  );
});

test("a department that has answered gets no card", () => {
  const at = play(begun).state?.referrals[1]?.watched?.[1]?.at ?? monday;
  const { events } = play([...begun, [say(1, "agree"), monday], reachStep(1, at)]);
  assert.deepEqual(cards(events), []);
});

test("a checkpoint that fires early, twice, or for another plan says nothing more", () => {
  const at = play(begun).state?.watched?.[0]?.at ?? monday;
  const check = (armedFor: Instant): CaseCommand => ({ type: "reach", plan: "check", at: armedFor, item });
  const { events } = play([
    ...begun,
    [check(at), later(at, -1)],
    [check(later(at, 1)), later(at, 2)],
    [check(at), later(at, 2)],
    [check(at), after(1)],
  ]);
  assert.equal(cards(events).length, 1);
});

test("one instant is waited for at a time, and the next when it was reached", () => {
  const { state, events } = play(begun);
  const [half, escalation] = state?.watched ?? [];
  const armed = (from: readonly CaseEvent[], at: Instant, now = state) =>
    now === undefined
      ? []
      : from
          .flatMap((event) => effectsOfCase(now, event, at))
          .flatMap((effect) =>
            effect.kind === "arm" && effect.timer.subject === now.case ? [effect.timer] : [],
          )
          .flatMap(({ plan, at: when }) => (plan === "check" ? [when] : []));
  assert.deepEqual(armed(events, monday), [half?.at]);
  const reached = play([...begun, reach("check", half?.at ?? due)]);
  assert.deepEqual(armed(reached.events.slice(-1), due, reached.state), [escalation?.at]);
});

test("a limit of zero days never speaks at once", () => {
  const onTheSpot = Item.parse({
    ...item,
    ways: item.ways.map((way) => ({
      ...way,
      limits: { ...way.limits, promised: { count: 0, unit: "working-day", provenance: { kind: "example" } } },
    })),
  });
  const { state } = play([[openedWith({ item: onTheSpot }), monday]]);
  assert.ok(state?.warnAt !== undefined && state.warnAt > monday);
  assert.ok((state.watched ?? []).every(({ at }) => at > monday));
});

test("a red card opens a duty of the competent window, which stands on its desk and in the public list", () => {
  const { state, events } = play(late);
  assert.deepEqual(types(events).slice(-3), [
    "case.overdue.v1",
    "case.checkpoint-reached.v1",
    "case.explanation-owed.v1",
  ]);
  assert.deepEqual([state?.duty?.open, state?.duty?.by], [true, haikou]);
  assert.ok(state !== undefined);
  assert.deepEqual(deskRow(state, 3).body["for"], "explanation");
  const [row] = lateRows(state, 3);
  assert.ok(row !== undefined);
  assert.equal(row.body["reason"], null);
  assert.doesNotMatch(JSON.stringify(row.body), /usr_|case_|app_|0000-0000-0000/);
});

test("the answer of a late department is kept, and the decision waits for the explanation", () => {
  const refused = [...late, [say(1, "refuse"), after(1)], [say(0, "agree"), after(2)]] as const;
  const held = play(refused);
  assert.deepEqual(types(held.events).slice(-3), [
    "case.answered.v1",
    "case.round-closed.v1",
    "case.decision-held.v1",
  ]);
  assert.equal(held.state?.phase, "running");
  const { state, events } = play([...refused, [explain(), after(3)]]);
  assert.deepEqual(types(events).slice(-2), ["case.delay-explained.v1", "case.decided.v1"]);
  assert.deepEqual(
    [state?.phase, state?.decision?.decision, state?.decision?.late, state?.decision?.reasons],
    ["decided", "refused", true, ["no-contract"]],
  );
  assert.equal(state?.held, undefined);
});

test("a case that is ready to be decided asks no further department while it waits", () => {
  const refused = [...late, [say(1, "refuse"), after(1)], [say(0, "agree"), after(2)]] as const;
  const before = play(refused).events.length;
  assert.equal(play([...refused, [ask(1), after(3)]]).events.length, before);
});

test("the last answer after the promise opens the duty itself when the timer has not come", () => {
  const { events, state } = play([...begun, [say(1, "refuse"), after(1)], [say(0, "agree"), after(2)]]);
  assert.ok(types(events).includes("case.explanation-owed.v1"));
  assert.equal(types(events).at(-1), "case.decision-held.v1");
  assert.equal(
    play([...begun, [say(1, "refuse"), after(1)], [say(0, "agree"), after(2)], reach("due", due)]).events
      .length,
    events.length,
  );
  assert.ok(state?.overdueAt !== undefined);
});

test("a delay that was explained in time holds nothing up", () => {
  const { state } = play([
    ...late,
    [explain(), after(1)],
    [say(1, "refuse"), after(2)],
    [say(0, "agree"), after(3)],
  ]);
  assert.equal(state?.decision?.decision, "refused");
});

test("when the new date passes too, another reason is owed", () => {
  const explained = play([...late, [explain(), after(1)]]);
  const next = explained.state?.watched?.find(({ checkpoint }) => checkpoint === "expected-red");
  assert.equal(next?.at, endOf(NEXT_WEEK));
  const again = play([...late, [explain(), after(1)], reach("check", endOf(NEXT_WEEK))]);
  const owed = again.state?.duty;
  assert.deepEqual([owed?.open, owed?.limit, owed?.times], [true, "expected", 1]);
  const more = explain({ expected: addDays(NEXT_WEEK, 7), reason: "complex-case" });
  const twice = play([
    ...late,
    [explain(), after(1)],
    reach("check", endOf(NEXT_WEEK)),
    [more, endOf(NEXT_WEEK)],
  ]);
  const given = twice.state?.duty;
  assert.deepEqual([given?.open, given?.times], [false, 2]);
});

test("an explanation says why, whose delay, and a date to come; else it is refused and nothing is written", () => {
  const refusalOf = (over: Partial<Explain>, at = after(1)) => play([...late, [explain(over), at]]).refusals;
  assert.deepEqual(refusalOf({ reason: undefined }), ["delay-reason-missing"]);
  assert.deepEqual(refusalOf({ responsible: DepartmentId.parse("dept_housing") }), ["post-not-of-case"]);
  assert.deepEqual(refusalOf({ expected: addDays(dayOf(after(1)), -1) }), ["expected-date-past"]);
  assert.deepEqual(refusalOf({ expected: dayOf(after(1)) }), []);
  const elsewhere = { ...clerk, window: WindowId.parse("win_sanya") };
  assert.deepEqual(refusalOf({ officer: elsewhere }), ["no-such-case"]);
  assert.deepEqual(refusalOf({ officer: { ...clerk, actor: ActorId.parse("usr_wang") } }), ["own-case"]);
});

test("the window that only took the application in is told whose duty it is", () => {
  const other = WindowId.parse("win_sanya");
  const received: Step = [openedWith({ window: other }), monday];
  const { refusals } = play([
    received,
    [ask(0), monday],
    reach("due", due),
    [explain({ officer: { ...clerk, window: other } }), after(1)],
  ]);
  assert.deepEqual(refusals, ["explained-by-another"]);
});

test("a case in time, one that was explained and one that is over have no delay to explain", () => {
  assert.deepEqual(play([...begun, [explain(), monday]]).refusals, ["no-delay-to-explain"]);
  const once: readonly Step[] = [...late, [explain({ note: why }), after(1)]];
  assert.deepEqual(play([...once, [explain(), after(2)]]).refusals, ["no-delay-to-explain"]);
  assert.deepEqual(play([...late, [{ type: "withdraw" }, after(1)], [explain(), after(2)]]).refusals, [
    "no-delay-to-explain",
  ]);
});

test("an applicant may withdraw a late case without waiting for a reason", () => {
  const { state } = play([...late, [{ type: "withdraw" }, after(1)]]);
  assert.ok(state?.phase === "withdrawn");
  assert.ok(lateRows(state, 4).every(({ partition }) => partition === undefined));
});

test("the new date is 预计 when it lies in a year whose notice is not out", () => {
  const { state } = play([...late, [explain({ expected: Day.parse("2027-01-08") }), after(1)]]);
  assert.equal(state?.duty?.explained?.expected.provisional, true);
});

const silent = Item.parse({
  ...item,
  tacit: { decision: "granted", basis: item.basis[0] },
  ways: item.ways.map((way) => ({
    ...way,
    limits: { ...way.limits, legal: { count: 20, unit: "working-day", provenance: { kind: "example" } } },
  })),
});

test("where the law of the item says so, silence to the end of the legal limit is a grant", () => {
  const open: Step = [openedWith({ item: silent }), monday];
  const legal = play([open]).state?.legal?.due ?? due;
  const { state, events } = play([
    open,
    [ask(0), monday],
    [{ type: "reach", plan: "due", at: due, item: silent }, due],
    [{ type: "reach", plan: "check", at: legal, item: silent }, legal],
    [{ type: "reach", plan: "check", at: legal, item: silent }, later(legal, 1)],
  ]);
  assert.deepEqual([state?.decision?.decision, state?.decision?.basis], ["granted", "tacit"]);
  assert.equal(types(events).filter((type) => type === "case.decided.v1").length, 1);
});

test("without such a law the legal limit is a red card, and no decision", () => {
  const { tacit: _, ...rest } = silent;
  const plain = Item.parse(rest);
  const open: Step = [openedWith({ item: plain }), monday];
  const legal = play([open]).state?.legal?.due ?? due;
  const { state } = play([open, [{ type: "reach", plan: "check", at: legal, item: plain }, legal]]);
  assert.deepEqual([state?.phase, state?.reached[0]?.card, state?.duty?.limit], ["running", "red", "legal"]);
});

test("a case that went over before there were duties is decided as it was", () => {
  const before = play(begun).state;
  const over = caseDecider.evolve(before, { type: "case.overdue.v1" }, { at: due, seq: 3 });
  const answered = caseDecider.decide(over, say(0, "refuse"), { at: after(1), seq: 3 });
  assert.ok("events" in answered && !types(answered.events).includes("case.decision-held.v1"));
});
