import { later, toIso, type Instant } from "@window/domain/instant.ts";
import { definitionOf } from "@window/workflow/definition.ts";
import assert from "node:assert/strict";
import test from "node:test";
import type { Execution, Happening } from "../../src/runner/execution.ts";
import { begin, next } from "../../src/runner/step.ts";
import { DAY, MORNING, SECOND } from "./workshop.ts";

const itself = { "open-round": "open-round", "mark-stuck": "mark-stuck", reach: "reach" };
const route = definitionOf("route", itself);
const deadline = definitionOf("deadline", itself);
const named = { machine: "any", name: "one", definition: "hash" };
const moment = (at: Instant): { at: Instant; token: string } => ({ at, token: `hash-at-${at}` });

const opened = begin(route, named, { case: "case-1" }, moment(MORNING));
const then = (before: Execution, happening: Happening, at: Instant): Execution => {
  const after = next(route, before, happening, moment(at));
  assert.ok(after, `${happening.type} concerns nobody`);
  return after;
};

test("an instant that is exactly now does not wait", () => {
  const at = toIso(MORNING);
  assert.deepEqual(begin(deadline, named, { at }, moment(MORNING)).entered, ["Wait", "Reach"]);
});

test("a wake-up that comes early concerns nobody", () => {
  const at = toIso(later(MORNING, 10));
  const waiting = begin(deadline, named, { at }, moment(MORNING));
  assert.equal(next(deadline, waiting, { type: "due" }, moment(later(MORNING, 9))), undefined);
  assert.equal(next(deadline, waiting, { type: "due" }, moment(later(MORNING, 10)))?.state, "Reach");
});

test("a restart gives a new token and leaves the timeout where it was", () => {
  const resumed = then(opened, { type: "resumed" }, later(MORNING, DAY));
  assert.notEqual(resumed.token, opened.token);
  assert.equal(resumed.wakeAt, later(MORNING, 300 * DAY));
});

test("a restart calls nothing again that had returned", () => {
  const asked = then(opened, { type: "returned", call: 1 }, MORNING);
  assert.equal(next(route, asked, { type: "resumed" }, moment(MORNING)), undefined);
});

test("a second round has three tries of its own and its own 300 days", () => {
  const failed = then(opened, { type: "threw", call: 1, error: "Error" }, MORNING);
  const again = then(failed, { type: "due" }, later(MORNING, 30 * SECOND));
  const second = then(again, { type: "completed", output: { more: true } }, later(MORNING, DAY));
  assert.deepEqual(second.entered, ["More?", "Open round"]);
  assert.deepEqual(second.retries, [0, 0, 0]);
  assert.equal(second.wakeAt, later(MORNING, 301 * DAY));
});

test("a round answered without saying whether there is more fails the execution, as in Step Functions", () => {
  const ended = then(opened, { type: "completed", output: {} }, MORNING);
  assert.deepEqual([ended.state, ended.status, ended.failure], ["More?", "failed", "States.Runtime"]);
});

test("nothing moves an execution that has ended", () => {
  const done = then(opened, { type: "completed", output: { more: false } }, MORNING);
  const all: Happening[] = [
    { type: "started", input: {} },
    { type: "resumed" },
    { type: "returned", call: done.call },
    { type: "threw", call: done.call, error: "Error" },
    { type: "completed", output: { more: true } },
    { type: "failed", cause: "late" },
    { type: "due" },
  ];
  for (const happening of all) {
    assert.equal(next(route, done, happening, moment(later(MORNING, 400 * DAY))), undefined, happening.type);
  }
});
