import type { Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { DocumentId } from "../id.ts";
import { HOUSE_LIMITS } from "../item/material.ts";
import type { Application } from "./application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "./command.ts";
import type { ApplicationEvent } from "./event.ts";

type Answer = Decision<ApplicationEvent, ApplicationRefusal>;
type Command<Type> = Extract<ApplicationCommand, { type: Type }>;

/** House limit, so that one draft cannot fill a store. */
const MOST_DOCUMENTS = 50;

export const expectDocument = (state: Application, command: Command<"expect-document">): Answer => {
  if (state.phase !== "draft") return refuse({ code: "not-a-draft" });
  const material = command.item.materials.find(({ id }) => id === command.material);
  if (material === undefined) return refuse({ code: "no-such-material" });
  const mediaType = material.accepts.find((accepted) => accepted === command.mediaType);
  if (mediaType === undefined) return refuse({ code: "media-type-not-accepted", accepts: material.accepts });
  if (state.documents.has(command.document)) return { events: [] };
  if (state.documents.size >= MOST_DOCUMENTS) return refuse({ code: "too-many-documents" });
  const { document } = command;
  const trust = material.selfMade === true ? "D" : "C";
  const { id, maxBytes, maxPages, maxPixels } = { ...HOUSE_LIMITS, ...material };
  const limits = { maxBytes, maxPages, maxPixels };
  return {
    events: [
      { type: "application.document-expected.v1", document, material: id, mediaType, ...limits, trust },
    ],
  };
};

/**
 * A document that was found clean is that version for good: inspections end in any order, so an older upload could
 * otherwise take the place of a newer one, and one that arrives after submission the place of what was submitted.
 * To replace a paper, its document is removed and announced anew.
 */
export const recordInspection = (state: Application, command: Command<"record-inspection">): Answer => {
  const known = state.documents.get(command.document);
  if (known === undefined) return refuse({ code: "no-such-document" });
  const settled = known.inspected?.verdict === "clean" || known.inspected?.version === command.version;
  if (state.phase !== "draft" || state.erased || settled) return { events: [] };
  const { document, version, verdict, sha256, size } = command;
  return {
    events: [{ type: "application.document-inspected.v1", document, version, verdict, sha256, size }],
  };
};

export const removeDocument = (state: Application, document: DocumentId): Answer => {
  if (state.phase !== "draft") return refuse({ code: "not-a-draft" });
  if (!state.documents.has(document)) return refuse({ code: "no-such-document" });
  return { events: [{ type: "application.document-removed.v1", document }] };
};
