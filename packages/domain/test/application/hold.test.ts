import type { ApplicationCommand } from "@window/domain/application/command.ts";
import { application } from "@window/domain/application/decide.ts";
import { CaseId } from "@window/domain/id.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { conclude, draft, expect, judge, play, submit } from "./sample.ts";

const [held, another] = [CaseId.parse("case_one"), CaseId.parse("case_other")];
const hold: ApplicationCommand = { type: "hold", case: held, ground: "litigation" };
const release: ApplicationCommand = { type: "release", case: held };
const over: ApplicationCommand = { type: "erase", because: "retention-over" };

const decided = [
  draft,
  expect(0),
  expect(1),
  judge(0, "clean"),
  judge(1, "clean"),
  submit,
  conclude("refused"),
];

const erasedAfter = (...steps: readonly ApplicationCommand[]) =>
  play([...decided, ...steps, over]).state?.erased;

test("what somebody objects to is not erased, though its retention is over", () => {
  assert.equal(erasedAfter(hold), false);
  const { state } = play([...decided, hold]);
  const answered = application.decide(state, over, { at: state?.changedAt ?? assert.fail(), seq: 9 });
  assert.deepEqual(answered, { refusal: { code: "held" } });
});

test("once nobody objects any more it is erased like all others", () => {
  assert.equal(erasedAfter(hold, release), true);
  assert.equal(erasedAfter(), true);
});

test("a hold is no change, its end is one, and after the erasure nothing is", () => {
  const changedAt = (...steps: readonly ApplicationCommand[]) =>
    play([...decided, ...steps]).state?.changedAt ?? assert.fail();
  assert.equal(changedAt(hold), changedAt());
  assert.ok(changedAt(hold, release) > changedAt());
  assert.equal(changedAt(over), changedAt());
});

test("holding and releasing again changes nothing; another ground takes the place of the first", () => {
  const count = (type: string, ...steps: readonly ApplicationCommand[]) =>
    play([...decided, ...steps]).events.filter((event) => event.type === type).length;
  assert.equal(count("application.held.v1", hold, hold), 1);
  assert.equal(count("application.released.v1", hold, release, release), 1);
  const other: ApplicationCommand = { type: "hold", case: held, ground: "complaint" };
  assert.deepEqual(play([...decided, hold, other]).state?.held, new Map([[held, "complaint"]]));
});

test("a hold on one case does not end with that on another of the same application", () => {
  const other: ApplicationCommand = { type: "hold", case: another, ground: "complaint" };
  const steps = [hold, other, { type: "release", case: another } as const];
  assert.deepEqual(play([...decided, ...steps]).state?.held, new Map([[held, "litigation"]]));
  assert.equal(erasedAfter(...steps), false);
  assert.equal(erasedAfter(...steps, release), true);
});
