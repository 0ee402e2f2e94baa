import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseCommand } from "@window/domain/case/command.ts";
import type { CaseEvent } from "@window/domain/case/event.ts";
import type { Instant } from "@window/domain/instant.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import * as fc from "fast-check";
import { ask, departments, item, monday, opening, play, referralOf, say, why } from "./sample.ts";
import type { History } from "./sample.ts";

const referral = fc.nat({ max: 2 }).map(referralOf);
const department = fc.constantFrom(...departments);
const outcome = fc.constantFrom("agree", "agree", "agree", "refuse");
const instant = fc.nat({ max: 600 }).map((hours) => later(monday, hours * HOUR));
const typed = <Type>(type: Type) => fc.constant(type);

const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.constant(opening),
  fc.nat({ max: 3 }).map(ask),
  { arbitrary: fc.tuple(fc.nat({ max: 2 }), outcome).map(([index, word]) => say(index, word)), weight: 4 },
  fc.record({ type: typed("acknowledge" as const), referral, department }),
  fc.record({ type: typed("report-undelivered" as const), referral, attempts: fc.constant(10) }),
  fc.record({
    type: typed("reach" as const),
    plan: fc.constantFrom("warning", "due"),
    at: instant,
    item: typed(item),
  }),
  fc.record({ type: typed("reach" as const), plan: typed("check" as const), at: instant, item: typed(item) }),
  fc.record({ type: typed("report-stuck" as const), round: fc.nat({ max: 2 }), cause: fc.constant("fault") }),
  fc.constant<CaseCommand>({ type: "resume", reason: why }),
  fc.constant<CaseCommand>({ type: "withdraw" }),
);

/** The way of a case with every outcome, so that stories get far, not only wide. */
const way = fc
  .tuple(outcome, outcome, outcome)
  .map(([first, second, third]) => [ask(0), say(0, first), say(1, second), ask(1), say(2, third)]);

/** Any commands between the steps of a way, at rising instants, some of them sent again at once; sometimes cut short. */
const story = fc
  .tuple(
    way,
    fc.array(fc.array(fc.tuple(command, fc.nat({ max: 40 }), fc.nat({ max: 2 })), { maxLength: 4 }), {
      maxLength: 6,
    }),
  )
  .map(([steps, noise]) => {
    let now = monday;
    const played: [CaseCommand, Instant][] = [[opening, monday]];
    const send = (step: CaseCommand, times: number) => {
      for (let time = 0; time < times; time += 1) played.push([step, now]);
    };
    for (const [index, between] of noise.entries()) {
      for (const [step, hours, repeats] of between) {
        now = later(now, hours * HOUR);
        send(step, repeats + 1);
      }
      const next = steps[index];
      if (next !== undefined) send(next, 1);
    }
    return played;
  });

const of = <Type extends CaseEvent["type"]>({ events }: History, type: Type) =>
  events.filter((event): event is Extract<CaseEvent, { type: Type }> => event.type === type);

const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;

test("the stories get everywhere: granted, refused, withdrawn, still running", () => {
  const ends = fc.sample(story, 1000).map((steps) => {
    const { state } = play(steps);
    return state?.decision?.decision ?? state?.phase;
  });
  assert.deepEqual([...new Set(ends)].sort(), ["granted", "refused", "running", "withdrawn"]);
});

const holds = (law: (history: History) => void) => {
  fc.assert(
    fc.property(story, (steps) => {
      law(play(steps));
    }),
    { numRuns: 400 },
  );
};

test("whatever comes in whatever order, a case is opened once and ends at most once", () => {
  holds((history) => {
    assert.equal(of(history, "case.opened.v1").length, 1);
    assert.ok(of(history, "case.decided.v1").length + of(history, "case.withdrawn.v1").length <= 1);
  });
});

test("a referral has at most one final answer, and its first outcome never changes", () => {
  holds((history) => {
    const answered = of(history, "case.answered.v1");
    assert.ok(distinct(answered.map((event) => event.referral)));
    for (const event of answered) {
      const kept = history.state?.referrals.find((known) => known.referral === event.referral)?.answer;
      assert.equal(kept?.outcome, event.outcome);
    }
  });
});

test("rounds open in their order, each once, and never after the end", () => {
  holds((history) => {
    const rounds = of(history, "case.round-opened.v1").map(({ round }) => round);
    assert.deepEqual(
      rounds,
      rounds.map((_, index) => index),
    );
    const end = history.events.findIndex(
      ({ type }) => type === "case.decided.v1" || type === "case.withdrawn.v1",
    );
    const after = end === -1 ? [] : history.events.slice(end + 1);
    assert.ok(after.every(({ type }) => type !== "case.round-opened.v1" && type !== "case.warned.v1"));
  });
});

test("granted means that every department of every round agreed; refused means that one did not, with reasons", () => {
  holds((history) => {
    const [decided] = of(history, "case.decided.v1");
    if (decided === undefined) return;
    const counted = (history.state?.referrals ?? []).filter(
      ({ answer }) => answer?.standing !== "after-close",
    );
    const outcomes = counted.map(({ answer }) => answer?.outcome);
    if (decided.decision === "granted") assert.deepEqual(outcomes, ["agree", "agree", "agree"]);
    else assert.ok(outcomes.includes("refuse") && decided.reasons.length > 0);
  });
});

test("what is asked again at once changes nothing but the list of second answers", () => {
  fc.assert(
    fc.property(story, command, (steps, last) => {
      const end = later(steps.at(-1)?.[1] ?? monday, 1);
      const once = play([...steps, [last, end]]);
      const twice = play([...steps, [last, end], [last, end]]);
      const more = twice.events.slice(once.events.length);
      assert.ok(more.every(({ type }) => type === "case.second-answer-kept.v1"));
    }),
    { numRuns: 400 },
  );
});

test("nothing of a case happens before it is opened", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(command, instant)), (steps) => {
      const without = steps.filter(([step]) => step.type !== "open");
      assert.deepEqual(play(without).events, []);
    }),
  );
});
