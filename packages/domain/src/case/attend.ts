import type { Context, Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { isAtWindow } from "./officer.ts";
import { termsOf } from "./terms.ts";

/** The applicant has come in person: the case is accepted 受理, and its clocks run from now. */
export const attend = (
  state: Case,
  { officer, item, calendar }: Extract<CaseCommand, { type: "attend" }>,
  { at }: Context,
): Decision<CaseEvent, CaseRefusal> => {
  if (!isAtWindow(state, officer)) return refuse({ code: "no-such-case" });
  if (state.phase !== "received") return { events: [] };
  return { events: [{ type: "case.accepted.v1", ...termsOf({ item, calendar, from: at }, state) }] };
};
