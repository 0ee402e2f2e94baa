import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { Definitions } from "./definitions.ts";
import type { Happening } from "./execution.ts";
import type { Journal } from "./journal.ts";
import type { Row } from "./row.ts";
import { begin, next } from "./step.ts";
import { hashOf, mintToken } from "./token.ts";
import type { Transact } from "./transact.ts";

/** Moves executions: one event, one transaction, and after it `follow` with the token that was minted for it. */
export interface Steps {
  /** False when the name was used before. */
  start(machine: string, name: string, input: Readonly<Record<string, string>>): Promise<boolean>;
  /** False when there is no such execution, or what happened no longer concerns it. */
  step(find: () => Row | undefined, happening: Happening): Promise<boolean>;
}

interface Parts {
  readonly journal: Journal;
  readonly definitions: Definitions;
  readonly clock: LegalClock;
  readonly transact: Transact;
}

export const openSteps = (parts: Parts, follow: (row: Row, token: string) => void): Steps => {
  const { journal, definitions, clock, transact } = parts;
  return {
    async start(machine, name, input) {
      const token = mintToken();
      const row = await transact((): Row | undefined => {
        if (journal.find(machine, name) !== undefined) return undefined;
        const definition = definitions.current(machine);
        const moment = { at: clock.now(), token: hashOf(token) };
        const execution = begin(definitions.byHash(definition), { machine, name, definition }, input, moment);
        return { id: journal.begin(execution, { happening: { type: "started", input }, moment }), execution };
      });
      if (row !== undefined) follow(row, token);
      return row !== undefined;
    },

    async step(find, happening) {
      const token = mintToken();
      const row = await transact((): Row | undefined => {
        const before = find();
        if (before === undefined) return undefined;
        const moment = { at: clock.now(), token: hashOf(token) };
        const machine = definitions.byHash(before.execution.definition);
        const execution = next(machine, before.execution, happening, moment);
        if (execution === undefined) return undefined;
        journal.record(before.id, execution, { happening, moment });
        return { id: before.id, execution };
      });
      if (row !== undefined) follow(row, token);
      return row !== undefined;
    },
  };
};
