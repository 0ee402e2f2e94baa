import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import { openAlarm, type After, type Alarm } from "./alarm.ts";
import type { Execution, Happening } from "./execution.ts";
import type { Journal, Row } from "./journal.ts";
import { openLanes } from "./lanes.ts";
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

/** How many executions one reading of the due index wakes. */
const BATCH = 500;

export const openEngine = (parts: Parts): Engine => {
  const { journal, clock, call, report } = parts;
  /** Executions whose function was called but whose outcome could not be written: `tick` calls it again. */
  const interrupted = new Set<number>();
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
      await onward(id, await call(execution, token));
    });
  };
  const steps = openSteps(parts, follow);

  const onward = async (id: number, happening: Happening): Promise<boolean> => {
    try {
      return await steps.step(() => journal.byId(id), happening);
    } catch (fault) {
      interrupted.add(id);
      throw fault;
    }
  };
  const again = async (ids: readonly number[]): Promise<number> => {
    const moved = await Promise.all(ids.map((id) => onward(id, { type: "resumed" })));
    return moved.filter(Boolean).length;
  };

  const tick = async (): Promise<number> => {
    const broken = [...interrupted];
    interrupted.clear();
    await again(broken);
    const now = await clock.now();
    let fired = 0;
    for (let ids = journal.due(now, BATCH); ids.length > 0; ids = journal.due(now, BATCH)) {
      await Promise.all(ids.map((id) => steps.step(() => journal.byId(id), { type: "due" })));
      fired += ids.length;
    }
    const wakeAt = journal.nextWake();
    if (wakeAt !== undefined) alarm?.set(wakeAt);
    return fired;
  };

  return {
    steps,
    resume: () => again(journal.running()),
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
