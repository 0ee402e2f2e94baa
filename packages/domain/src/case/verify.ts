import type { Decision } from "../decider.ts";
import type { Case } from "./case.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { CaseEvent } from "./event.ts";

/**
 * Records what a register said. The first word that it gives stands: a second asker who came late changes nothing, and
 * an attempt that failed after another one failed is not counted twice. A case that is over is not verified any more.
 */
export const recordVerdict = (
  state: Case,
  { verification, register, attempt, verdict, asked }: Extract<CaseCommand, { type: "record-verdict" }>,
): Decision<CaseEvent, CaseRefusal> => {
  const known = state.verifications.find((each) => each.verification === verification);
  const isOver = state.phase !== "received" && state.phase !== "running";
  if (isOver || (known !== undefined && known.outcome !== "down")) return { events: [] };
  if (verdict.kind === "down") {
    if (known !== undefined && known.attempts >= attempt) return { events: [] };
    const { cause } = verdict;
    return { events: [{ type: "case.register-down.v1", verification, register, attempt, asked, cause }] };
  }
  const facts = verdict.kind === "mismatch" ? [...verdict.facts] : [];
  return {
    events: [
      { type: "case.verified.v1", verification, register, attempt, asked, outcome: verdict.kind, facts },
    ],
  };
};
