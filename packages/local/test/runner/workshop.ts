import { fromIso, later, type Instant } from "@window/domain/instant.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { FunctionName } from "@window/workflow/definition.ts";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import type { Handler } from "../../src/runner/calls.ts";
import { openDefinitions } from "../../src/runner/definitions.ts";
import type { Execution } from "../../src/runner/execution.ts";
import { openJournal } from "../../src/runner/journal.ts";
import { begin, next } from "../../src/runner/step.ts";
import type { Trouble } from "../../src/runner/trouble.ts";
import { openWorkflow, type EmbeddedWorkflow, type Parts } from "../../src/workflow.ts";

export const SECOND = 1000;
export const DAY = 24 * 60 * 60 * SECOND;
export const MORNING = fromIso("2026-03-02T09:00:00+08:00");

/** A legal clock that stands still until it is moved. */
export const standingClock = (
  start: Instant = MORNING,
): LegalClock & { forward(milliseconds: number): void } => {
  let now = start;
  return {
    now: () => now,
    forward(milliseconds) {
      now = later(now, milliseconds);
    },
  };
};

export interface Workshop {
  readonly workflow: EmbeddedWorkflow;
  readonly database: DatabaseSync;
  readonly clock: ReturnType<typeof standingClock>;
  readonly troubles: Trouble[];
  /** What the functions were called with, oldest first: `open-round case-1`. */
  readonly calls: string[];
  /** The tokens given out, oldest first. */
  readonly tokens: string[];
  /** Moves the clock, fires what is due and waits until nothing runs. */
  pass(milliseconds: number): Promise<void>;
}

const Payload = z.object({
  case: z.string().optional(),
  subject: z.string().optional(),
  token: z.string().optional(),
});

/** A runner on an empty database whose functions are noted down and then do what the test says. */
export const openWorkshop = (
  act: Partial<Record<FunctionName, (token: string, count: number) => Promise<void> | void>> = {},
  parts: Partial<Parts> = {},
): Workshop => {
  const database = parts.database ?? new DatabaseSync(":memory:");
  const clock = standingClock();
  const troubles: Trouble[] = [];
  const calls: string[] = [];
  const tokens: string[] = [];
  const noted = (name: FunctionName): Handler => {
    let count = 0;
    return async (payload) => {
      const { case: id, subject, token = "" } = Payload.parse(payload);
      calls.push(`${name} ${id ?? subject ?? ""}`);
      if (token) tokens.push(token);
      await act[name]?.(token, ++count);
    };
  };
  const handlers = {
    "open-round": noted("open-round"),
    "mark-stuck": noted("mark-stuck"),
    reach: noted("reach"),
  };
  const report = (trouble: Trouble): number => troubles.push(trouble);
  const workflow = openWorkflow({ database, clock, handlers, report, ...parts });
  const pass = async (milliseconds: number): Promise<void> => {
    clock.forward(milliseconds);
    await workflow.tick();
    await workflow.settled();
  };
  return { workflow, database, clock, troubles, calls, tokens, pass };
};

const Ids = z.array(z.object({ id: z.int() }));

/** Every execution as it is stored. */
export const executions = (database: DatabaseSync): Execution[] => {
  const journal = openJournal(database);
  const ids = Ids.parse(database.prepare("SELECT id FROM workflow_execution ORDER BY id").all());
  return ids.flatMap(({ id }) => journal.byId(id)?.execution ?? []);
};

/** Every execution as its journal tells it, from the first event. */
export const replayed = (database: DatabaseSync): Execution[] => {
  const journal = openJournal(database);
  const definitions = openDefinitions(database, {}, ["open-round", "mark-stuck", "reach"]);
  const ids = Ids.parse(database.prepare("SELECT id FROM workflow_execution ORDER BY id").all());
  return ids.flatMap(({ id }) => {
    const named = journal.byId(id)?.execution;
    const [first, ...rest] = journal.entries(id);
    if (named === undefined || first?.happening.type !== "started") return [];
    const machine = definitions.byHash(named.definition);
    const { name, definition } = named;
    let execution = begin(
      machine,
      { machine: named.machine, name, definition },
      first.happening.input,
      first.moment,
    );
    for (const { happening, moment } of rest) {
      execution = next(machine, execution, happening, moment) ?? execution;
    }
    return [{ ...execution, entered: [] }];
  });
};

/** The last token that was given out. */
export const newest = ({ tokens }: Workshop): string => tokens.at(-1) ?? "no token yet";

/** `machine name: state status`, one line per execution. */
export const rests = (database: DatabaseSync): string[] =>
  executions(database).map(({ machine, name, state, status }) => `${machine} ${name}: ${state} ${status}`);
