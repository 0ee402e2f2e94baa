import { arm } from "@window/domain/act/arm.ts";
import { sweepTimers, type SweepingTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { HOUR, later, MINUTE } from "@window/domain/instant.ts";
import type { Timer } from "@window/domain/timer.ts";
import type { Workflow } from "@window/domain/port/workflow.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshCase } from "../kit/fresh.ts";
import { Cut } from "./cut.ts";
import { localPlace } from "./local-shelves.ts";
import { live, Surroundings } from "./town.ts";

/** A sweep over real tables whose starts are counted, and refused while `isBroken`. */
const swept = async () => {
  const around = new Surroundings();
  const life = await live(await localPlace(), around, new Cut(0, "before"));
  const started: string[] = [];
  const state = { isBroken: false };
  const workflow: Workflow = {
    ...life.deps.workflow,
    async start(_, name) {
      if (state.isBroken) throw new Error("the machines are away");
      started.push(name);
      return "started";
    },
  };
  const deps: SweepingTimers = { ...life.deps, workflow };
  const names = (): readonly string[] => started.splice(0).toSorted();
  return { around, deps, names, state, end: () => life.end() };
};

const nameOf = ({ subject, plan, at }: Timer): string => `${subject}-${plan}-${String(at)}`;

test("an instant is started once when it comes near, and not again every hour", async () => {
  const { around, deps, names, end } = await swept();
  const days = Array.from({ length: 10 }, (_, day): Timer => {
    return { subject: freshCase(), plan: "due", at: later(around.now, (day * 24 + 1) * HOUR) };
  });
  for (const timer of days) await arm(deps, timer);
  assert.equal(names().length, 2, "the two near ones were started when they were set");
  await sweepTimers(deps);
  assert.equal(names().length, 2, "the first sweep knows of nothing that was started");
  const seen: number[] = [];
  for (let hour = 0; hour < 24; hour += 1) {
    around.move(HOUR);
    for (const timer of days.filter(({ at }) => at <= around.now)) await deps.timers.remove(timer);
    seen.push((await sweepTimers(deps)).seen);
  }
  assert.deepEqual(names(), days.slice(2, 3).map(nameOf));
  assert.equal(
    seen.reduce((sum, count) => sum + count, 0),
    1,
  );
  await end();
});

test("a start that failed is made by the next sweep, and one that was lost is reached when it is overdue", async () => {
  const { around, deps, names, state, end } = await swept();
  const timer: Timer = { subject: freshCase(), plan: "round-0", at: later(around.now, 30 * HOUR) };
  await deps.timers.set(timer);
  state.isBroken = true;
  assert.deepEqual((await sweepTimers(deps)).failed, [timer]);
  state.isBroken = false;
  around.move(HOUR);
  await sweepTimers(deps);
  assert.deepEqual(names(), [nameOf(timer)]);
  around.move(29 * HOUR + 11 * MINUTE);
  await sweepTimers(deps);
  assert.deepEqual((await deps.timers.between(timer.at, later(timer.at, 1))).timers, []);
  await end();
});

test("after a long outage nothing between the last horizon and the new one is left out", async () => {
  const { around, deps, names, end } = await swept();
  await sweepTimers(deps);
  const timer: Timer = { subject: freshCase(), plan: "due", at: later(around.now, 100 * HOUR) };
  await deps.timers.set(timer);
  around.move(90 * HOUR);
  await sweepTimers(deps);
  assert.deepEqual(names(), [nameOf(timer)]);
  await end();
});
