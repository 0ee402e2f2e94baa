import type { Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { Instant } from "../instant.ts";
import { DAY } from "../instant.ts";
import { HOUSE_LIMITS, type Material } from "../item/material.ts";
import type { Application, ApplicationDocument } from "./application.ts";
import type { ApplicationCommand, ApplicationRefusal, ReuseObstacle } from "./command.ts";
import { expectDocument } from "./decide-documents.ts";
import type { ApplicationEvent } from "./event.ts";

type Answer = Decision<ApplicationEvent, ApplicationRefusal>;
type Command = Extract<ApplicationCommand, { type: "reuse-document" }>;

/** A paper is taken once, and not from the draft it already is in. */
const isUsed = (state: Application, { from, paper }: Command): boolean =>
  from === state.application ||
  [...state.documents.values()].some(
    ({ source }) => source?.application === from && source.document === paper.document,
  );

/** Only as what it was handed in as: what a contract shows, an inspector of leases has not been asked to believe. */
const unfit = (
  { id, maxBytes, reusableDays = HOUSE_LIMITS.reusableDays }: Material,
  { material, inspected }: ApplicationDocument,
  now: Instant,
): ReuseObstacle | undefined => {
  if (material !== id) return "other-material";
  if (inspected === undefined) return "not-inspected";
  if (inspected.verdict !== "clean") return "not-clean";
  if (inspected.size > maxBytes) return "file-too-large";
  return now - inspected.seenAt > reusableDays * DAY ? "no-longer-valid" : undefined;
};

/**
 * Attaches a paper of an earlier application of the same person. It keeps its trust level: reuse saves the upload, never
 * the look at the original.
 */
export const reuseDocument = (state: Application, command: Command, now: Instant): Answer => {
  const { item, document, material, from, paper } = command;
  const { mediaType } = paper;
  const decision = expectDocument(state, { type: "expect-document", item, document, material, mediaType });
  if ("refusal" in decision || decision.events.length === 0) return decision;
  const asked = item.materials.find(({ id }) => id === material);
  const because = isUsed(state, command) ? "already-used" : asked && unfit(asked, paper, now);
  if (because !== undefined) return refuse({ code: "document-not-reusable", because });
  const { inspected, trust } = paper;
  if (inspected === undefined) return decision;
  const { version, seenAt } = inspected;
  const source = { application: from, document: paper.document, version, seenAt };
  return {
    events: decision.events.map((event) =>
      event.type === "application.document-expected.v1" ? { ...event, source, trust } : event,
    ),
  };
};

/** The staff of the window that took the application in, or of one that is competent for it, has the original before it. */
export const confirmOriginal = (
  state: Application,
  { document, window }: Extract<ApplicationCommand, { type: "confirm-original" }>,
): Answer => {
  const isThere = state.window === window || state.cases.some(({ ruling }) => ruling.competent === window);
  if (!isThere || state.erased) return refuse({ code: "no-such-application" });
  if (state.phase === "withdrawn") return refuse({ code: "withdrawn" });
  const known = state.documents.get(document);
  if (known === undefined) return refuse({ code: "no-such-document" });
  if (known.inspected?.verdict !== "clean")
    return refuse({ code: "documents-not-ready", documents: [document] });
  // What an agency produced is believed more, and what the applicant made has no other original.
  if (known.trust !== "C") return { events: [] };
  const { version } = known.inspected;
  return { events: [{ type: "application.original-seen.v1", document, version, window }] };
};
