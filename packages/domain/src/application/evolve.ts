import type { Context } from "../decider.ts";
import type { CaseId, DocumentId } from "../id.ts";
import type { Instant } from "../instant.ts";
import { HOUSE_LIMITS } from "../item/material.ts";
import type { Application, ApplicationCase, ApplicationDocument, ApplicationState } from "./application.ts";
import type { ApplicationEvent, CaseOutcome } from "./event.ts";
import { isWaiting } from "./waiting.ts";

const withDocument = (state: Application, document: ApplicationDocument): Application => ({
  ...state,
  documents: new Map(state.documents).set(document.document, document),
});

/** What was taken back takes along what only waited for it. */
const isWithdrawn = (cases: Application["cases"]): boolean =>
  cases.some(({ outcome }) => outcome === "withdrawn") &&
  cases.every(({ outcome }) => outcome === "withdrawn" || outcome === "lapsed");

const changedCase = (
  state: Application,
  subject: CaseId,
  change: Partial<ApplicationCase>,
): Application["cases"] =>
  state.cases.map((known) => (known.case === subject ? { ...known, ...change } : known));

const concluded = (
  state: Application,
  subject: CaseId,
  outcome: CaseOutcome,
  concludedAt: Instant,
): Application => {
  const waited = state.cases.some((known) => known.case === subject && isWaiting(state, known));
  const ended = { outcome, concludedAt, ...(waited ? { neverBegun: true as const } : {}) };
  const cases = changedCase(state, subject, ended);
  const open = cases.some((known) => known.outcome === undefined);
  const withdrawn = isWithdrawn(cases);
  return { ...state, cases, phase: open ? "submitted" : withdrawn ? "withdrawn" : "concluded" };
};

const without = (state: Application, document: DocumentId): Application => {
  const documents = new Map(state.documents);
  documents.delete(document);
  return { ...state, documents };
};

const begin = (
  event: Extract<ApplicationEvent, { type: "application.drafted.v1" }>,
  at: Instant,
): Application => ({
  application: event.application,
  owner: event.owner,
  item: event.item,
  version: event.version,
  parts: event.bundle?.parts ?? [
    { item: event.item, version: event.version, after: [], ifRefused: "goes-on", spares: [] },
  ],
  ...(event.bundle === undefined ? {} : { bundle: event.bundle.id }),
  window: event.window,
  phase: "draft",
  answers: event.answers,
  documents: new Map(),
  draftedAt: at,
  changedAt: at,
  withdrawalAsked: false,
  cases: [],
  held: new Map(),
  erased: false,
});

const expected = (
  state: Application,
  { type: _, source, ...event }: Extract<ApplicationEvent, { type: "application.document-expected.v1" }>,
): Application => {
  const { maxPages = HOUSE_LIMITS.maxPages, maxPixels = HOUSE_LIMITS.maxPixels, trust = "C" } = event;
  return withDocument(state, {
    ...event,
    maxPages,
    maxPixels,
    trust,
    ...(source === undefined ? {} : { source }),
  });
};

const originalSeen = (state: Application, document: DocumentId): Application => {
  const known = state.documents.get(document);
  return known === undefined ? state : withDocument(state, { ...known, trust: "B" });
};

const inspected = (
  state: Application,
  {
    document,
    version,
    verdict,
    sha256,
    size,
  }: Extract<ApplicationEvent, { type: "application.document-inspected.v1" }>,
  at: Instant,
): Application => {
  const known = state.documents.get(document);
  return known === undefined
    ? state
    : withDocument(state, {
        ...known,
        inspected: { version, verdict, sha256, size, seenAt: known.source?.seenAt ?? at },
      });
};

const released = (state: Application, subject: CaseId): Application => ({
  ...state,
  held: new Map([...state.held].filter(([held]) => held !== subject)),
});

const happened = (
  state: Application,
  event: Exclude<ApplicationEvent, { type: "application.drafted.v1" }>,
  at: Instant,
): Application => {
  switch (event.type) {
    case "application.revised.v1":
      return { ...state, answers: event.answers };
    case "application.document-expected.v1":
      return expected(state, event);
    case "application.document-inspected.v1":
      return inspected(state, event, at);
    case "application.document-removed.v1":
      return without(state, event.document);
    case "application.original-seen.v1":
      return originalSeen(state, event.document);
    case "application.submitted.v1":
      return { ...state, phase: "submitted", submittedAt: at, cases: event.cases };
    case "application.withdrawn.v1":
      return { ...state, phase: "withdrawn" };
    case "application.withdrawal-asked.v1":
      return { ...state, withdrawalAsked: true };
    case "application.case-withdrawal-asked.v1":
      return { ...state, cases: changedCase(state, event.case, { withdrawalAsked: true }) };
    case "application.case-concluded.v1":
      return concluded(state, event.case, event.outcome, event.decidedAt ?? at);
    case "application.issued.v1":
      return { ...state, result: { result: event.result, certificate: event.certificate, issuedAt: at } };
    case "application.result-revoked.v1":
      return state.result === undefined
        ? state
        : { ...state, result: { ...state.result, revoked: { at, reason: event.reason } } };
    case "application.held.v1":
      return { ...state, held: new Map([...state.held, [event.case, event.ground]]) };
    case "application.released.v1":
      return released(state, event.case);
    case "application.erased.v1":
      return { ...state, erased: true };
  }
};

/** Being held keeps it anyway, and after its end nothing is counted any more. */
const counts = ({ erased }: Application, { type }: ApplicationEvent): boolean =>
  !erased && type !== "application.held.v1";

/** Folds one event into an application. Every stream begins with its draft. */
export const evolve = (
  state: ApplicationState,
  event: ApplicationEvent,
  { at }: Context,
): ApplicationState => {
  if (event.type === "application.drafted.v1") return begin(event, at);
  if (state === undefined) return undefined;
  const after = happened(state, event, at);
  return counts(after, event) ? { ...after, changedAt: at } : after;
};
