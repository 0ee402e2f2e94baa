import type { Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { Item } from "../item/item.ts";
import { missingMaterials } from "../item/missing-materials.ts";
import type { Application, ApplicationDocument } from "./application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "./command.ts";
import type { ApplicationEvent } from "./event.ts";

type Answer = Decision<ApplicationEvent, ApplicationRefusal>;

/** Documents that were uploaded or are awaited and that no inspector has judged yet. */
const waiting = (state: Application): readonly ApplicationDocument[] =>
  [...state.documents.values()].filter(({ inspected }) => inspected === undefined);

const missing = (state: Application, item: Item) => {
  const clean = new Set(
    [...state.documents.values()]
      .filter(({ inspected }) => inspected?.verdict === "clean")
      .map(({ material }) => material),
  );
  return missingMaterials(item, clean).map(({ id }) => id);
};

/** What keeps a draft from being submitted, most basic first. */
export const obstacle = (state: Application, item: Item): ApplicationRefusal | undefined => {
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
  return { events: [{ type: "application.withdrawal-asked.v1" }] };
};
