import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { later, toIso } from "@window/domain/instant.ts";
import { oneByOne, type Transact } from "../../src/runner/transact.ts";
import { openWorkflow, type EmbeddedWorkflow } from "../../src/workflow.ts";
import { executions, MORNING, replayed, rests, SECOND, standingClock } from "./workshop.ts";

/** Ends a process between two steps: from the point on nothing it awaits ever comes back. */
class Power {
  readonly lost: Promise<"lost">;
  #cut: (value: "lost") => void = () => undefined;
  #points = 0;
  readonly #cutAt: number;
  constructor(cutAt: number) {
    this.#cutAt = cutAt;
    this.lost = new Promise((resolve) => (this.#cut = resolve));
  }
  get points(): number {
    return this.#points;
  }
  async point(): Promise<void> {
    if (this.#points++ < this.#cutAt) return;
    this.#cut("lost");
    await new Promise(() => undefined);
  }
}

/** The facts outside the runner, which survive as the store's do: two rounds, then one checkpoint. */
interface Facts {
  readonly closed: Set<number>;
  readonly asked: Map<number, string>;
  operatorToken: string | undefined;
  opens: number;
  reached: number;
}

const ROUNDS = 2;

/** The process: opens the database, resumes, and does what the window does until both executions have ended. */
const live = async (path: string, facts: Facts, clock: ReturnType<typeof standingClock>, power: Power) => {
  const database = new DatabaseSync(path);
  const whole = oneByOne(database);
  const transact: Transact = async (work) => {
    await power.point();
    const result = await whole(work);
    await power.point();
    return result;
  };
  const handlers = {
    "open-round": async ({ token }: Readonly<Record<string, unknown>>) => {
      await power.point();
      facts.opens++;
      const round = facts.closed.size + 1;
      // The first round is refused four times, so that the case gets stuck once.
      if (round === 1 && facts.operatorToken === undefined) throw new Error("not yet");
      if (round > ROUNDS) await workflow.complete(String(token), { more: false });
      else facts.asked.set(round, String(token));
      await power.point();
    },
    "mark-stuck": async ({ token }: Readonly<Record<string, unknown>>) => {
      facts.operatorToken = String(token);
      await power.point();
    },
    reach: async () => {
      facts.reached++;
      await power.point();
    },
  };
  const workflow: EmbeddedWorkflow = openWorkflow({
    database,
    clock,
    handlers,
    transact,
    report: () => undefined,
  });
  const done = async (): Promise<"done"> => {
    await workflow.resume();
    await workflow.start("route", "case-1", { case: "case-1" });
    await workflow.start("deadline", "case-1-due", {
      subject: "case-1",
      at: toIso(later(MORNING, 90 * SECOND)),
    });
    for (let turn = 0; rests(database).some((rest) => !rest.endsWith("succeeded")); turn++) {
      assert.ok(turn < 100, `still not at the end: ${rests(database).join(", ")}`);
      await workflow.settled();
      if (facts.operatorToken !== undefined) await workflow.complete(facts.operatorToken, {});
      for (const [round, token] of facts.asked) {
        facts.closed.add(round);
        await workflow.complete(token, { more: round < ROUNDS });
      }
      await workflow.settled();
      clock.forward(10 * SECOND);
      await workflow.tick();
    }
    return "done";
  };
  const outcome = await Promise.race([done(), power.lost]);
  const rest = outcome === "done" ? { now: executions(database), told: replayed(database) } : undefined;
  database.close();
  return rest;
};

/** Runs the story with the power cut at each of `cuts` in turn, then without a cut. Returns how many points it had. */
const story = async (cuts: readonly number[]): Promise<{ points: number; facts: Facts }> => {
  const folder = mkdtempSync(join(tmpdir(), "window-"));
  try {
    const facts: Facts = {
      closed: new Set(),
      asked: new Map(),
      operatorToken: undefined,
      opens: 0,
      reached: 0,
    };
    const clock = standingClock();
    for (const cut of cuts) {
      await live(join(folder, "window.sqlite"), facts, clock, new Power(cut));
    }
    const power = new Power(Infinity);
    const end = await live(join(folder, "window.sqlite"), facts, clock, power);
    assert.deepEqual(end?.now, end?.told, "the journal tells the same as the executions");
    assert.deepEqual(
      end?.now.map(({ name, state, status }) => [name, state, status]),
      [
        ["case-1", "Done", "succeeded"],
        ["case-1-due", "Done", "succeeded"],
      ],
    );
    return { points: power.points, facts };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test("goes on exactly where it was when the process ends between any two steps", async () => {
  const whole = await story([]);
  assert.ok(whole.points > 30, `${whole.points} points`);
  assert.deepEqual({ opens: whole.facts.opens, reached: whole.facts.reached }, { opens: 5, reached: 1 });
  for (let cut = 0; cut < whole.points; cut++) {
    const { facts } = await story([cut]);
    assert.ok(facts.opens <= whole.facts.opens + 1, `cut at ${cut}: ${facts.opens} calls`);
    assert.ok(facts.reached <= 2, `cut at ${cut}: reached ${facts.reached} times`);
    assert.deepEqual([...facts.closed], [1, 2]);
  }
});

test("goes on when the process ends again while it recovers", async () => {
  for (const first of [3, 11, 20, 29]) {
    for (const second of [0, 1, 2, 3, 5]) await story([first, second, second]);
  }
});
