import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { StateMachine } from "@window/workflow/state-machine.ts";
import * as z from "zod";
import { loadDefinition } from "./load-definition.ts";

/** Every definition an execution may be pinned to, by hash, and the current one of each machine. */
export interface Definitions {
  /** Throws for a hash that was never stored. */
  byHash(hash: string): StateMachine;
  /** Hash of the definition that new executions of `machine` are started with. */
  current(machine: string): string;
}

const Rows = z.array(z.object({ hash: z.string(), machine: z.string(), definition: z.string() }));

/**
 * Stores the current definitions beside those of earlier versions and loads all of them. Throws `NotImplemented` when
 * one, also an old one, asks for what this runner does not do.
 */
export const openDefinitions = (
  database: DatabaseSync,
  machines: Readonly<Record<string, unknown>>,
  functions: readonly string[],
): Definitions => {
  const insert = database.prepare(
    `INSERT INTO workflow_definition (hash, machine, definition) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const current = new Map<string, string>();
  for (const [machine, definition] of Object.entries(machines)) {
    loadDefinition(machine, definition, functions);
    const text = JSON.stringify(definition);
    const hash = createHash("sha256").update(`${machine}\n${text}`).digest("hex");
    insert.run(hash, machine, text);
    current.set(machine, hash);
  }
  const stored = Rows.parse(
    database.prepare(`SELECT hash, machine, definition FROM workflow_definition`).all(),
  );
  const loaded = new Map(
    stored.map((row) => [row.hash, loadDefinition(row.machine, JSON.parse(row.definition), functions)]),
  );
  return {
    byHash: (hash) => known(loaded.get(hash), `definition ${hash}`),
    current: (machine) => known(current.get(machine), `machine ${machine}`),
  };
};

const known = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`the workflow runner has no ${what}`);
  return found;
};
