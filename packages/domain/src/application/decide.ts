import type { Context, Decider, Decision } from "../decider.ts";
import { readOnce, refuse } from "../decider.ts";
import type { Application, ApplicationState } from "./application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "./command.ts";
import { expectDocument, recordInspection, removeDocument } from "./decide-documents.ts";
import { confirmOriginal, reuseDocument } from "./decide-reuse.ts";
import { concludeCase, issue, revokeResult } from "./decide-result.ts";
import { ApplicationEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import { submit, withdraw, withdrawCase } from "./submission.ts";

type Answer = Decision<ApplicationEvent, ApplicationRefusal>;
type Command<Type> = Extract<ApplicationCommand, { type: Type }>;

const draft = (command: Command<"draft">): Answer => ({
  events: [
    {
      type: "application.drafted.v1",
      application: command.application,
      owner: command.owner,
      item: command.item.id,
      version: command.item.version,
      window: command.window,
      answers: command.answers,
      ...(command.bundle === undefined ? {} : { bundle: command.bundle }),
    },
  ],
});

/** Two people changing one draft: the second is told, never overwrites. */
const revise = (state: Application, command: Command<"revise">, seq: number): Answer => {
  if (state.phase !== "draft") return refuse({ code: "not-a-draft" });
  if (command.basis !== seq) return refuse({ code: "changed-meanwhile", seq });
  return { events: [{ type: "application.revised.v1", answers: command.answers }] };
};

/** Erasing waits until nobody works on the application, and the law's retention comes before the wish (PIPL art. 47). */
const erase = (state: Application, { because }: Command<"erase">): Answer => {
  if (state.phase === "submitted") return refuse({ code: "still-running" });
  if (state.cases.length > 0 && because === "asked") return refuse({ code: "retained" });
  if (state.held.size > 0) return refuse({ code: "held" });
  return { events: state.erased ? [] : [{ type: "application.erased.v1" }] };
};

const hold = ({ held }: Application, { case: subject, ground }: Command<"hold">): Answer => ({
  events: held.get(subject) === ground ? [] : [{ type: "application.held.v1", case: subject, ground }],
});

const release = ({ held }: Application, { case: subject }: Command<"release">): Answer => ({
  events: held.has(subject) ? [{ type: "application.released.v1", case: subject }] : [],
});

const change = (
  state: Application,
  command: Exclude<ApplicationCommand, { type: "draft" }>,
  { seq, at }: Context,
): Answer => {
  switch (command.type) {
    case "revise":
      return revise(state, command, seq);
    case "expect-document":
      return expectDocument(state, command);
    case "reuse-document":
      return reuseDocument(state, command, at);
    case "confirm-original":
      return confirmOriginal(state, command);
    case "record-inspection":
      return recordInspection(state, command);
    case "remove-document":
      return removeDocument(state, command.document);
    case "submit":
      return submit(state, command);
    case "withdraw":
      return withdraw(state);
    case "withdraw-case":
      return withdrawCase(state, command.case);
    case "conclude-case":
      return concludeCase(state, command);
    case "issue":
      return issue(state, command);
    case "revoke-result":
      return revokeResult(state, command);
    case "hold":
      return hold(state, command);
    case "release":
      return release(state, command);
    case "erase":
      return erase(state, command);
  }
};

const decide = (state: ApplicationState, command: ApplicationCommand, context: Context): Answer => {
  // A repeated creation meets itself: the id is derived from the request, so what is there is what was asked for.
  if (command.type === "draft") return state === undefined ? draft(command) : { events: [] };
  if (state === undefined) return refuse({ code: "no-such-application" });
  return change(state, command, context);
};

export const application: Decider<
  ApplicationState,
  ApplicationCommand,
  ApplicationEvent,
  ApplicationRefusal
> = {
  initial: undefined,
  decide,
  evolve,
  read: readOnce((event) => ApplicationEvent.parse(event)),
  folded: new WeakMap(),
};
