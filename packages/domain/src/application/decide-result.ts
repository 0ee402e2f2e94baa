import type { Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { Application } from "./application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "./command.ts";
import type { ApplicationEvent } from "./event.ts";
import { conclusion, lapsing } from "./waiting.ts";

type Answer = Decision<ApplicationEvent, ApplicationRefusal>;
type Command<Type> = Extract<ApplicationCommand, { type: Type }>;

/** The first word of a case counts; hearing it again changes nothing. */
export const concludeCase = (state: Application, command: Command<"conclude-case">): Answer => {
  const known = state.cases.find((opened) => opened.case === command.case);
  if (known === undefined) return refuse({ code: "no-such-case" });
  if (known.outcome !== undefined) return { events: [] };
  const { decidedAt } = command;
  const ended = conclusion(command.case, command.outcome);
  return { events: lapsing(state, [decidedAt === undefined ? ended : { ...ended, decidedAt }]) };
};

/** True when the package may come out: every case concluded, at least one granted, none issued before. */
export const mayIssue = (state: Application): boolean =>
  state.phase === "concluded" &&
  state.result === undefined &&
  !state.erased &&
  state.cases.some(({ outcome }) => outcome === "granted");

/** Of two certificates made for one package the first committed one is the package; the other was never shown. */
export const issue = (state: Application, command: Command<"issue">): Answer => {
  if (state.result !== undefined) return { events: [] };
  if (!mayIssue(state)) return refuse({ code: "nothing-to-issue" });
  return {
    events: [{ type: "application.issued.v1", result: command.result, certificate: command.certificate }],
  };
};

export const revokeResult = (state: Application, command: Command<"revoke-result">): Answer => {
  if (state.result === undefined) return refuse({ code: "no-result" });
  if (state.result.revoked !== undefined) return { events: [] };
  return {
    events: [{ type: "application.result-revoked.v1", result: state.result.result, reason: command.reason }],
  };
};
