/** The decider does what the table of command × phase × kind says. */
import { CaseKind } from "@window/domain/item/kind.ts";
import type { CaseState } from "@window/domain/case/case.ts";
import type { CaseCommand } from "@window/domain/case/command.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import { type CasePhase, type Cell, type Cells, decisionTable } from "@window/domain/case/decision-table.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { monday } from "./sample.ts";
import { caseIn, commands } from "./table-sample.ts";

const rows: readonly (readonly [string, Readonly<Record<CasePhase, Cells>>])[] =
  Object.entries(decisionTable);

const cellFor = (cells: Cells, kind: CaseKind): Cell => (typeof cells === "string" ? cells : cells[kind]);

const found = (state: CaseState, type: string, kind: CaseKind): string => {
  const all = new Map(Object.entries(commands(caseIn(kind, "running"))));
  const { command, given, at = monday } = all.get(type) ?? assert.fail(`nobody sends ${type}`);
  const before = state !== undefined && given !== undefined ? given(state) : state;
  const decision = caseDecider.decide(before, command, { at, seq: 3 });
  if ("refusal" in decision) return decision.refusal.code;
  return decision.events.length > 0 ? "applied" : "ignored";
};

for (const [type, row] of rows)
  test(`${type} does in every phase and kind what the table says`, () => {
    for (const [phase, cells] of Object.entries(row))
      for (const kind of CaseKind.options) {
        const state = caseIn(kind, phaseOf(phase));
        assert.equal(found(state, type, kind), cellFor(cells, kind), `${phase} ${kind}`);
      }
  });

function phaseOf(text: string): CasePhase {
  const known: Readonly<Record<CasePhase, true>> = {
    none: true,
    received: true,
    running: true,
    held: true,
    decided: true,
    withdrawn: true,
    lapsed: true,
  };
  const isPhase = (name: string): name is CasePhase => name in known;
  return isPhase(text) ? text : assert.fail(`${text} is no phase`);
}

test("every command is sent", () => {
  const types: readonly CaseCommand["type"][] = Object.values(commands(caseIn("agency", "running"))).map(
    ({ command }) => command.type,
  );
  assert.deepEqual(types.toSorted(), Object.keys(decisionTable).toSorted());
});
