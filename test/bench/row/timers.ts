import { HOUR, later, toIso, type Instant } from "@window/domain/instant.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { openWorkflow } from "@window/local/workflow.ts";
import { temporaryFolder } from "../../kit/temporary-folder.ts";
import { quantile } from "../quantile.ts";
import type { Row } from "../row.ts";

const DAY = 24 * HOUR;
const ARMED = 100_000;
const DUE = 2_000;
const WITHIN = 15_000;

const nothing = async (): Promise<void> => undefined;

const openMachines = (clock: { now(): Instant }, reach: (payload: { readonly at?: unknown }) => void) => {
  const temporary = temporaryFolder();
  const folder = openDataFolder(temporary.path);
  const workflow = openWorkflow({
    database: folder.database,
    transact: folder.commits.transact,
    clock,
    report: ({ error }) => {
      throw error;
    },
    handlers: { "open-round": nothing, "mark-stuck": nothing, reach: async (payload) => reach(payload) },
  });
  const start = (number: number, at: Instant) =>
    workflow.start("deadline", `bench-${number}`, {
      subject: `case_bench-${number}`,
      plan: "due",
      at: toIso(at),
    });
  return {
    workflow,
    start,
    async close() {
      await workflow.stop();
      folder.close();
      temporary.remove();
    },
  };
};

/** Far instants on a clock that is moved: nothing a millisecond before, everything at its instant. */
const early = async (): Promise<number> => {
  let now = wireClock.now();
  let fired = 0;
  let wrong = 0;
  const machines = openMachines({ now: () => now }, () => (fired += 1));
  const days = [1, 24, 25, 30, 60, 366, 3650];
  for (const [number, day] of days.entries()) await machines.start(number, later(now, day * DAY));
  const begun = now;
  for (const [number, day] of days.entries())
    for (const [before, expected] of [
      [1, number],
      [0, number + 1],
    ] as const) {
      now = later(begun, day * DAY - before);
      await machines.workflow.tick();
      await machines.workflow.settled();
      wrong += Math.abs(fired - expected);
    }
  await machines.close();
  return wrong;
};

export const timers: Row = {
  name: "timers, with 100,000 armed",
  goal: "0 early up to 10 years, p99 lateness ≤ 25 ms",
  async measure() {
    const late: number[] = [];
    const machines = openMachines(wireClock, ({ at }) => {
      late.push(performance.timeOrigin + performance.now() - Date.parse(String(at)));
    });
    for (let number = 0; number < ARMED; number += 1000) {
      const far = (index: number) => later(wireClock.now(), DAY + ((number + index) % 3650) * DAY);
      await Promise.all(
        Array.from({ length: 1000 }, (_, index) => machines.start(number + index, far(index))),
      );
    }
    await machines.workflow.run();
    const begun = later(wireClock.now(), 3_000);
    for (let number = 0; number < DUE; number += 1)
      await machines.start(ARMED + number, later(begun, Math.floor((number * WITHIN) / DUE)));
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (late.length < DUE) return;
        clearInterval(timer);
        resolve();
      }, 50);
    });
    await machines.close();
    const tooEarly = late.filter((milliseconds) => milliseconds < 0).length + (await early());
    const p99 = quantile(late, 0.99);
    return {
      met: tooEarly === 0 && p99 <= 25,
      figures: {
        early: tooEarly,
        "p50 ms": quantile(late, 0.5),
        "p99 ms": p99,
        "worst ms": Math.max(...late),
      },
    };
  },
};
