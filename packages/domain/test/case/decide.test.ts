import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, endOf, Day } from "@window/domain/day.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import { ReasonCode } from "@window/domain/item/item.ts";
import { noon } from "../calendar/sample.ts";
import { ask, item, monday, opening, play, referralOf, say, why } from "./sample.ts";
import type { CaseCommand } from "@window/domain/case/command.ts";
import type { Instant } from "@window/domain/instant.ts";

const at = (...commands: CaseCommand[]): (readonly [CaseCommand, Instant])[] =>
  commands.map((command, index) => [command, later(monday, index * HOUR)]);
const types = (commands: CaseCommand[]) => play(at(...commands)).events.map(({ type }) => type);

test("a case is received and accepted on the day it came, and both dates are kept with their calendar", () => {
  const { state } = play(at(opening));
  assert.equal(state?.phase, "running");
  assert.deepEqual(state.promised, {
    lastDay: "2026-12-07",
    due: endOf(Day.parse("2026-12-07")),
    provisional: false,
    calendar: "test",
  });
  assert.equal(dayOf(state.warnAt ?? monday), "2026-12-04");
});

test("everybody of a round is asked at once, and the next round waits for the last answer", () => {
  assert.deepEqual(types([opening, ask(0), say(0, "agree")]).at(-1), "case.answered.v1");
  assert.deepEqual(types([opening, ask(0), say(0, "agree"), say(1, "agree")]).slice(-2), [
    "case.answered.v1",
    "case.round-closed.v1",
  ]);
});

test("a round is not opened before its turn, and not twice", () => {
  assert.deepEqual(types([opening, ask(1)]).length, 2);
  assert.deepEqual(types([opening, ask(0), ask(0)]).length, 3);
});

test("a case is granted when every department of every round agrees", () => {
  const { state } = play(at(opening, ask(0), say(0, "agree"), say(1, "agree"), ask(1), say(2, "agree")));
  assert.equal(state?.decision?.decision, "granted");
});

test("one refusal decides the case with its reasons once its round is complete, and nobody else is asked", () => {
  const { state, events } = play(at(opening, ask(0), say(0, "refuse"), say(1, "agree"), ask(1)));
  assert.deepEqual([state?.decision?.decision, state?.decision?.reasons], ["refused", ["no-contract"]]);
  assert.equal(events.filter(({ type }) => type === "case.round-opened.v1").length, 1);
});

test("refuses a second answer to the same referral, keeps it, and stays with the first", () => {
  const { state, events } = play(at(opening, ask(0), say(0, "agree"), say(0, "refuse")));
  assert.equal(events.at(-1)?.type, "case.second-answer-kept.v1");
  const [first] = state?.referrals ?? [];
  assert.deepEqual([first?.answer?.outcome, first?.secondAnswers], ["agree", 1]);
});

test("an answer after the referral's last day counts and is marked late", () => {
  const late = noon("2026-11-27");
  const { state } = play([...at(opening, ask(0)), [say(0, "agree"), late]]);
  assert.equal(state?.referrals[0]?.answer?.standing, "late");
});

test("an answer after a withdrawal is kept and moves nothing", () => {
  const { state } = play(at(opening, ask(0), { type: "withdraw" }, say(0, "agree"), say(1, "agree")));
  assert.equal(state?.phase, "withdrawn");
  assert.deepEqual(
    state.referrals.map(({ answer }) => answer?.standing),
    ["after-close", "after-close"],
  );
});

test("a department cannot answer for another one", () => {
  const foreign: CaseCommand = { ...say(0, "agree"), referral: referralOf(1) };
  assert.deepEqual(play(at(opening, ask(0), foreign)).refusals, ["no-such-referral"]);
});

test("a refusal without a reason, or with one that the item does not know, is not taken", () => {
  const bare: CaseCommand = { ...say(0, "refuse"), reasons: [] };
  const own: CaseCommand = { ...say(0, "refuse"), reasons: [ReasonCode.parse("dislike")] };
  assert.deepEqual(play(at(opening, ask(0), bare, own)).refusals, ["reasons-missing", "unknown-reason"]);
});

test("a checkpoint that fires early, twice, or for a date that has moved says nothing", () => {
  const { state } = play(at(opening));
  const warnAt = state?.warnAt ?? monday;
  const reach = (armedFor: Instant): CaseCommand => ({ type: "reach", plan: "warning", at: armedFor, item });
  const fired = play([
    [opening, monday],
    [reach(warnAt), later(warnAt, -1)],
    [reach(later(warnAt, 1)), later(warnAt, 1)],
    [reach(warnAt), warnAt],
    [reach(warnAt), later(warnAt, 1)],
  ]);
  assert.deepEqual(fired.events.map(({ type }) => type).slice(2), [
    "case.warned.v1",
    "case.checkpoint-reached.v1",
  ]);
});

test("an answer on the last day decides in time; the moment after, the decision waits for a public reason", () => {
  const due = endOf(Day.parse("2026-12-07"));
  const answered = (moment: Instant) =>
    play([...at(opening, ask(0), say(0, "agree"), say(1, "agree"), ask(1)), [say(2, "agree"), moment]]).state;
  assert.equal(answered(later(due, -1))?.decision?.late, false);
  assert.deepEqual([answered(due)?.decision, answered(due)?.held?.decision], [undefined, "granted"]);
});

test("a stuck case goes on when its round is opened after all", () => {
  const { state, events } = play(at(opening, { type: "report-stuck", round: 0, cause: "fault" }, ask(0)));
  assert.equal(state?.stuck, undefined);
  assert.deepEqual(
    events.slice(-2).map(({ type }) => type),
    ["case.resumed.v1", "case.round-opened.v1"],
  );
});

test("a second answer is a second answer even when its reason is none of the item's", () => {
  const other: CaseCommand = { ...say(0, "refuse"), reasons: [ReasonCode.parse("dislike")] };
  const { events, refusals } = play(at(opening, ask(0), say(0, "agree"), other));
  assert.deepEqual([events.at(-1)?.type, refusals], ["case.second-answer-kept.v1", []]);
});

const stuck = (round: number): CaseCommand => ({ type: "report-stuck", round, cause: "opening-failed" });
const resume: CaseCommand = { type: "resume", reason: why };

test("a stuck case goes on once when an operator says so, and only a stuck one", () => {
  const { state, refusals } = play(at(opening, resume, stuck(0), stuck(0), resume, resume));
  assert.deepEqual(refusals, ["not-stuck", "already-resumed"]);
  assert.equal(state?.timesStuck, 1);
  assert.equal(state.stuck?.resumptionAskedAt, later(monday, 4 * HOUR));
  assert.equal(play(at(opening, stuck(0), resume, ask(0))).state?.stuck, undefined);
});

test("a case whose answers decide it while its machine waits for an operator is not stuck any more", () => {
  const open = [opening, ask(0), say(0, "refuse"), stuck(0), say(1, "agree")];
  const { state } = play(at(...open));
  assert.deepEqual([state?.phase, state?.stuck], ["decided", undefined]);
});

test("a round that fails again after an operator's word is stuck anew, and can be resumed again", () => {
  const { state, refusals } = play(at(opening, stuck(0), resume, stuck(0), resume));
  assert.deepEqual([state?.timesStuck, refusals], [2, []]);
});

test("a stuck case that is withdrawn is not resumed", () => {
  assert.deepEqual(play(at(opening, stuck(0), { type: "withdraw" }, resume)).refusals, ["not-stuck"]);
});
