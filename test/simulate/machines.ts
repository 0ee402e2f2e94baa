import type { Workflow } from "@window/domain/port/workflow.ts";
import { caller, type Handler } from "@window/local/runner/calls.ts";
import type { Definitions } from "@window/local/runner/definitions.ts";
import { openEngine, type Engine } from "@window/local/runner/engine.ts";
import type { Journal } from "@window/local/runner/journal.ts";
import { loadDefinition } from "@window/local/runner/load-definition.ts";
import { hashOf } from "@window/local/runner/token.ts";
import type { Transact } from "@window/local/runner/transact.ts";
import type { Report } from "@window/local/runner/trouble.ts";
import { definitionOf, functionNames, type FunctionName } from "@window/workflow/definition.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";

const itself = { "open-round": "open-round", "mark-stuck": "mark-stuck", reach: "reach" } as const;

const loaded = {
  route: loadDefinition("route", definitionOf("route", itself), functionNames),
  deadline: loadDefinition("deadline", definitionOf("deadline", itself), functionNames),
};

const definitions: Definitions = {
  byHash: (hash) => (hash === "route" ? loaded.route : loaded.deadline),
  current: (machine) => machine,
};

/** The embedded runner on a journal in memory: the same steps, the same engine. */
export const openMachines = (parts: {
  readonly journal: Journal;
  readonly clock: LegalClock;
  readonly transact: Transact;
  readonly functions: Readonly<Record<FunctionName, Handler>>;
  readonly report: Report;
}): { readonly workflow: Workflow; readonly engine: Engine } => {
  const { journal, clock, transact, functions, report } = parts;
  const call = caller(definitions, functions, report);
  const engine = openEngine({ journal, definitions, clock, transact, call, report, width: 64 });
  const { steps } = engine;
  const workflow: Workflow = {
    start: async (machine, name, input) =>
      (await steps.start(machine, name, input)) ? "started" : "already-started",
    complete: async (token, output) =>
      (await steps.step(() => journal.byToken(hashOf(token)), { type: "completed", output }))
        ? "completed"
        : "token-gone",
    fail: async (token, cause) =>
      (await steps.step(() => journal.byToken(hashOf(token)), { type: "failed", cause }))
        ? "completed"
        : "token-gone",
  };
  return { workflow, engine };
};
