import type { DocumentId } from "../id.ts";
import type { ApplicationState } from "./application.ts";

/**
 * How one uploaded version of a document stands to its application: `awaited` by the inspector, `kept` for readers, or
 * `unwanted`. Forms live longer than drafts: what comes for a document that was removed, submitted without it, erased
 * with its application or found clean in another version is stored by the form and wanted by nobody.
 */
export type Standing = "awaited" | "kept" | "unwanted";

export const standingOf = (state: ApplicationState, document: DocumentId, version: string): Standing => {
  const known = state?.documents.get(document);
  if (state === undefined || state.erased || known === undefined) return "unwanted";
  const { inspected } = known;
  if (inspected?.verdict === "clean") return inspected.version === version ? "kept" : "unwanted";
  return state.phase === "draft" && inspected?.version !== version ? "awaited" : "unwanted";
};
