import { Hash } from "@window/domain/declared.ts";
import type { CaseCommand } from "@window/domain/case/command.ts";
import { effectsOfCase } from "@window/domain/dispatch/effect.ts";
import { HOUR, later, MINUTE } from "@window/domain/instant.ts";
import { RegisterId } from "@window/domain/item/verification.ts";
import type { Verdict } from "@window/domain/port/registers.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { id, monday, opening, play, say, ask } from "./sample.ts";

const register = RegisterId.parse("reg_population");
const asked = Hash.parse("0".repeat(64));
const DOWN: Verdict = { kind: "down", cause: "status-503" };

const heard = (verdict: Verdict, attempt = 1): CaseCommand => ({
  type: "record-verdict",
  verification: 0,
  register,
  attempt,
  verdict,
  asked,
});

const after = (...commands: CaseCommand[]) =>
  play([opening, ...commands].map((command, index) => [command, later(monday, index * HOUR)]));

const outcomes = (...commands: CaseCommand[]) =>
  after(...commands).state?.verifications.map(({ outcome, attempts }) => [outcome, attempts]);

test("what a register says is kept with the words that differ and a digest of what was asked", () => {
  const { state } = after(heard({ kind: "mismatch", facts: ["name"] }));
  const expected = { verification: 0, register, attempts: 1, asked, outcome: "mismatch", facts: ["name"] };
  assert.deepEqual(state?.verifications, [{ ...expected, at: later(monday, HOUR) }]);
});

test("a register that is down has not said that nothing is there", () => {
  assert.deepEqual(outcomes(heard(DOWN)), [["down", 1]]);
  assert.deepEqual(outcomes(heard({ kind: "not-found" })), [["not-found", 1]]);
});

test("a register that is up again is believed, and its first word stands", () => {
  assert.deepEqual(outcomes(heard(DOWN), heard({ kind: "match" }, 2)), [["match", 2]]);
  assert.deepEqual(outcomes(heard({ kind: "match" }), heard({ kind: "not-found" }, 2), heard(DOWN, 3)), [
    ["match", 1],
  ]);
});

test("an attempt that failed twice over is counted once", () => {
  assert.equal(after(heard(DOWN), heard(DOWN), heard(DOWN, 2)).events.length, 4);
});

test("a case that is over is not verified any more, and one that is not verified is decided all the same", () => {
  const granted = [ask(0), say(0, "agree"), say(1, "agree"), ask(1), say(2, "agree")];
  assert.deepEqual(outcomes(heard(DOWN), ...granted, heard({ kind: "match" }, 2)), [["down", 1]]);
  assert.equal(after(heard(DOWN), ...granted).state?.phase, "decided");
  assert.deepEqual(outcomes({ type: "withdraw" }, heard({ kind: "match" })), []);
});

test("three questions wait in the queue, later ones in the due index, and none after the tenth", () => {
  const { state } = after(heard(DOWN));
  assert.ok(state);
  const next = (attempt: number) =>
    effectsOfCase(
      state,
      { type: "case.register-down.v1", verification: 0, register, attempt, asked, cause: "timeout" },
      monday,
    );
  assert.deepEqual(next(2), [
    { kind: "inquire", inquiry: { case: id, verification: 0, register, attempt: 3 }, wait: 5 * MINUTE },
  ]);
  assert.deepEqual(next(3), [
    { kind: "arm", timer: { subject: id, plan: "inquiry-0-4", at: later(monday, 30 * MINUTE) } },
  ]);
  assert.deepEqual(next(10), []);
});
