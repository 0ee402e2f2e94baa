import type { Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { CaseId } from "../id.ts";
import type { Form } from "../item/form.ts";
import { missingMaterials } from "../item/missing-materials.ts";
import type { Application, ApplicationDocument } from "./application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "./command.ts";
import type { ApplicationEvent } from "./event.ts";
import { conclusion, isWaiting, lapsing } from "./waiting.ts";

type Answer = Decision<ApplicationEvent, ApplicationRefusal>;

/** Documents that were uploaded or are awaited and that no inspector has judged yet. */
const waiting = (state: Application): readonly ApplicationDocument[] =>
  [...state.documents.values()].filter(({ inspected }) => inspected === undefined);

const missing = (state: Application, item: Form) => {
  const clean = new Set(
    [...state.documents.values()]
      .filter(({ inspected }) => inspected?.verdict === "clean")
      .map(({ material }) => material),
  );
  return missingMaterials(item, clean).map(({ id }) => id);
};

/** What keeps a draft from being submitted, most basic first. */
export const obstacle = (state: Application, item: Form): ApplicationRefusal | undefined => {
  if (state.phase === "withdrawn") return { code: "withdrawn" };
  if (state.phase !== "draft") return { code: "already-submitted" };
  const materials = missing(state, item);
  if (materials.length === 0) return undefined;
  const documents = waiting(state)
    .filter(({ material }) => materials.includes(material))
    .map(({ document }) => document);
  return documents.length > 0
    ? { code: "documents-not-ready", documents }
    : { code: "materials-missing", materials };
};

export const submit = (
  state: Application,
  command: Extract<ApplicationCommand, { type: "submit" }>,
): Answer => {
  const refusal = obstacle(state, command.item);
  if (refusal !== undefined) return refuse(refusal);
  const { cases, consents = [] } = command;
  return {
    events: [
      {
        type: "application.submitted.v1",
        cases: [...cases],
        ...(consents.length === 0 ? {} : { consents: [...consents] }),
      },
    ],
  };
};

/** Free until a decision; of a submitted application each case says for itself whether it still stops. */
export const withdraw = (state: Application): Answer => {
  if (state.phase === "withdrawn" || state.withdrawalAsked) return { events: [] };
  if (state.phase === "concluded") return refuse({ code: "already-decided" });
  if (state.phase === "draft") return { events: [{ type: "application.withdrawn.v1" }] };
  // From the last, so that none becomes ready by the end of the one before it.
  const waiting = state.cases.filter((opened) => isWaiting(state, opened)).toReversed();
  const ended = waiting.map((opened) => conclusion(opened.case, "withdrawn"));
  return { events: [{ type: "application.withdrawal-asked.v1" }, ...ended] };
};

/** Takes back one case of several; one that still waits is over at once, any other says for itself whether it stops. */
export const withdrawCase = (state: Application, subject: CaseId): Answer => {
  const opened = state.cases.find((known) => known.case === subject);
  if (opened === undefined) return refuse({ code: "no-such-case" });
  if (opened.outcome === "withdrawn" || opened.withdrawalAsked === true || state.withdrawalAsked)
    return { events: [] };
  if (opened.outcome !== undefined) return refuse({ code: "already-decided" });
  const asked = { type: "application.case-withdrawal-asked.v1", case: subject } as const;
  const ended = isWaiting(state, opened) ? lapsing(state, [conclusion(subject, "withdrawn")]) : [];
  return { events: [asked, ...ended] };
};
