import type { CaseKind } from "../item/kind.ts";
import type { Case } from "./case.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";

/** `none`: nothing was opened under this id. `held`: it runs, is ready to be decided, and waits for a public reason. */
export type CasePhase = "none" | "held" | Case["phase"];

/** What becomes of a command: events follow, nothing is left to do, or it is refused with a code. */
export type Cell = "applied" | "ignored" | CaseRefusal["code"];

/** One cell for all kinds, or one of each. */
export type Cells = Cell | Readonly<Record<CaseKind, Cell>>;

const nowhere = "no-such-case";
const onlyRunning = {
  none: nowhere,
  received: "ignored",
  running: "applied",
  held: "applied",
  decided: "ignored",
  withdrawn: "ignored",
  lapsed: "ignored",
} as const satisfies Record<CasePhase, Cell>;

/** What a department says is kept in every phase: nothing is dropped. */
const always = {
  none: nowhere,
  received: "applied",
  running: "applied",
  held: "applied",
  decided: "applied",
  withdrawn: "applied",
  lapsed: "applied",
} as const satisfies Record<CasePhase, Cell>;

const refusedBut = (code: Cell) =>
  ({
    none: nowhere,
    received: code,
    running: "applied",
    held: "applied",
    decided: code,
    withdrawn: code,
    lapsed: code,
  }) as const satisfies Record<CasePhase, Cell>;

const byDepartments = (delegated: Cell) =>
  ({ delegated, agency: nowhere, deliberated: nowhere }) as const satisfies Cells;
const overAtDesk = byDepartments("nothing-to-decide");

/**
 * Command × phase × kind: what happens when somebody with the right to it sends a command where it means the most. A new
 * command, phase or kind does not compile before each of its cells says what happens; the test holds the decider to it.
 */
export const decisionTable = {
  open: { ...onlyRunning, none: "applied", running: "ignored", held: "ignored" },
  "open-round": {
    ...onlyRunning,
    running: { delegated: "ignored", agency: "applied", deliberated: "applied" },
    held: "ignored",
  },
  acknowledge: always,
  answer: always,
  "report-undelivered": always,
  reach: onlyRunning,
  "record-verdict": { ...onlyRunning, received: "applied" },
  "report-stuck": onlyRunning,
  resume: refusedBut("not-stuck"),
  assess: {
    none: nowhere,
    received: overAtDesk,
    running: byDepartments("applied"),
    held: overAtDesk,
    decided: overAtDesk,
    withdrawn: overAtDesk,
    lapsed: overAtDesk,
  },
  sign: onlyRunning,
  attend: { ...onlyRunning, received: "applied", running: "ignored", held: "ignored" },
  "change-kind": { ...refusedBut("kind-settled"), held: "kind-settled" },
  "explain-delay": refusedBut("no-delay-to-explain"),
  follow: always,
  withdraw: { ...onlyRunning, received: "applied" },
  erase: { ...onlyRunning, running: "ignored", held: "ignored", decided: "applied", withdrawn: "applied" },
} as const satisfies Record<CaseCommand["type"], Record<CasePhase, Cells>>;
