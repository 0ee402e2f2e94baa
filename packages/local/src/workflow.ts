import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { Workflow } from "@window/domain/port/workflow.ts";
import {
  definitionOf,
  functionNames,
  type FunctionName,
  type MachineName,
} from "@window/workflow/definition.ts";
import type { DatabaseSync } from "node:sqlite";
import { realTime, type After } from "./runner/alarm.ts";
import { caller, type Handler } from "./runner/calls.ts";
import { openDefinitions } from "./runner/definitions.ts";
import { openEngine } from "./runner/engine.ts";
import type { Happening } from "./runner/execution.ts";
import { openForget } from "./runner/forget.ts";
import { openJournal } from "./runner/journal.ts";
import { hashOf } from "./runner/token.ts";
import { oneByOne, type Transact } from "./runner/transact.ts";
import type { Report } from "./runner/trouble.ts";

/** The two machines on this machine: every step is journaled in SQLite before its effect, and a restart goes on there. */
export interface EmbeddedWorkflow extends Workflow {
  /** Calls again every function that was running when the process ended; returns how many. Once, before all else. */
  resume(): Promise<number>;
  /** Fires what is due at the legal now, never earlier; returns how much. Whoever moves the clock calls it. */
  tick(): Promise<number>;
  /** Forgets what ended more than 90 days ago by the legal clock; returns how much. */
  forget(): Promise<number>;
  /** Resolves when no function runs and none waits for its turn. */
  settled(): Promise<void>;
  /** For the live window: resumes, ticks, and from then on wakes itself by real timers. */
  run(after?: After): Promise<void>;
  /** Calls no function and rings no timer any more; resolves when the running functions have returned. */
  stop(): Promise<void>;
}

export interface Parts {
  /** Tables `workflow_*` are made in it when they are missing. */
  readonly database: DatabaseSync;
  readonly clock: LegalClock;
  readonly handlers: Readonly<Record<FunctionName, Handler>>;
  readonly report: Report;
  /** The store's group commit, so that neighbouring steps share one fsync. Without it each step has its own. */
  readonly transact?: Transact;
  /** The machines of `packages/workflow`, unless a test brings others. */
  readonly machines?: Readonly<Record<MachineName, unknown>>;
  /** Functions running at once, 64 unless said; the others wait their turn. */
  readonly width?: number;
}

/** Names of executions that Step Functions takes too. */
const NAME = /^[\w-]{1,80}$/;

const itself = { "open-round": "open-round", "mark-stuck": "mark-stuck", reach: "reach" } as const;
const ownMachines = { route: definitionOf("route", itself), deadline: definitionOf("deadline", itself) };

/** Throws `NotImplemented` when a definition, also a stored one of an earlier version, asks for what it does not do. */
export const openWorkflow = (parts: Parts): EmbeddedWorkflow => {
  const { database, clock, report, handlers, machines = ownMachines, width = 64 } = parts;
  const transact = parts.transact ?? oneByOne(database);
  const journal = openJournal(database);
  const definitions = openDefinitions(database, machines, functionNames);
  const forget = openForget(database, transact);
  const call = caller(definitions, handlers, report);
  const engine = openEngine({ journal, definitions, clock, transact, call, report, width });
  const byToken = async (token: string, happening: Happening): Promise<"completed" | "token-gone"> =>
    (await engine.steps.step(() => journal.byToken(hashOf(token)), happening)) ? "completed" : "token-gone";

  return {
    async start(machine, name, input) {
      if (!NAME.test(name)) throw new Error(`"${name}" cannot name an execution`);
      return (await engine.steps.start(machine, name, input)) ? "started" : "already-started";
    },
    complete: (token, output) => byToken(token, { type: "completed", output }),
    fail: (token, cause) => byToken(token, { type: "failed", cause }),
    resume: () => engine.resume(),
    tick: () => engine.tick(),
    forget: () => forget(clock.now()),
    settled: () => engine.settled(),
    stop: () => engine.stop(),
    async run(after = realTime) {
      engine.wake(after);
      await engine.resume();
      await engine.tick();
    },
  };
};
