import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import { openAlarm, type After, type Alarm } from "./alarm.ts";
import { fireDue } from "./due.ts";
import type { Execution, Happening } from "./execution.ts";
import type { Journal } from "./journal.ts";
import { openLanes } from "./lanes.ts";
import { openOutcomes } from "./outcomes.ts";
import type { Row } from "./row.ts";
import { openSteps, type Steps } from "./steps.ts";
import type { Report } from "./trouble.ts";

/** Drives executions: after each step it calls the function, and it wakes those whose instant has come. */
export interface Engine {
  readonly steps: Steps;
  /** Calls again every function that was running when the process ended; returns how many. */
  resume(): Promise<number>;
  /** Fires what is due at the legal now; returns how much. */
  tick(): Promise<number>;
  /** Wakes itself from now on. */
  wake(after: After): void;
  settled(): Promise<void>;
  stop(): Promise<void>;
}

interface Parts extends Omit<Parameters<typeof openSteps>[0], "journal" | "clock"> {
  readonly journal: Journal;
  readonly clock: LegalClock;
  readonly call: (execution: Execution, token: string) => Promise<Happening>;
  readonly report: Report;
  readonly width: number;
}

export const openEngine = (parts: Parts): Engine => {
  const { journal, clock, call, report } = parts;
  let alarm: Alarm | undefined;

  const refused = (error: unknown): void => {
    report({ what: "not-written", error });
    alarm?.soon();
  };
  const lanes = openLanes(parts.width, refused);

  const follow = ({ id, execution }: Row, token: string): void => {
    const { status, seq, wakeAt, failure } = execution;
    if (status === "failed") report({ what: "execution-failed", execution, error: failure });
    if (wakeAt !== null) alarm?.set(wakeAt);
    if (status !== "running" || execution.call !== seq) return;
    lanes.add(async () => {
      await outcomes.write(id, await call(execution, token));
    });
  };
  const steps = openSteps(parts, follow);

  const outcomes = openOutcomes(journal, steps);

  const tick = async (): Promise<number> => {
    await outcomes.retry();
    const fired = await fireDue(journal, clock.now(), (id) =>
      steps.step(() => journal.byId(id), { type: "due" }),
    );
    const wakeAt = journal.nextWake();
    if (wakeAt !== undefined) alarm?.set(wakeAt);
    return fired;
  };

  return {
    steps,
    resume: () => outcomes.resume(journal.running()),
    tick,
    wake(after) {
      alarm = openAlarm(clock, after, () => {
        tick().catch(refused);
      });
    },
    settled: () => lanes.idle(),
    async stop() {
      alarm?.clear();
      alarm = undefined;
      lanes.close();
      await lanes.idle();
    },
  };
};
