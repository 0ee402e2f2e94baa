import type { Application } from "../application/application.ts";
import type { ApplicationEvent, DocumentSource } from "../application/event.ts";
import { readyAt } from "../application/waiting.ts";
import { mayIssue } from "../application/decide-result.ts";
import type { CaseId, DocumentId } from "../id.ts";
import type { Occasion } from "../notice/occasion.ts";

/**
 * What follows from a commit outside its own stream. Derived from the event and from the aggregate as it is now, so
 * that what has become pointless meanwhile is left out. Each is run at least once and bears being run again.
 */
export type ApplicationEffect =
  | { readonly kind: "open-case"; readonly case: CaseId }
  | { readonly kind: "withdraw-case"; readonly case: CaseId }
  | { readonly kind: "issue-result" }
  | { readonly kind: "copy-document"; readonly document: DocumentId; readonly source: DocumentSource }
  | { readonly kind: "erase-document"; readonly document: DocumentId }
  | { readonly kind: "tell"; readonly case: CaseId; readonly occasion: Occasion }
  | { readonly kind: "erase-case"; readonly case: CaseId }
  | { readonly kind: "erase-notices"; readonly case: CaseId }
  | { readonly kind: "erase-subject" };

/** As long as the inspector has not seen the copy; a second one would be erased, and is left out when it can be. */
const copied = (
  now: Application,
  { document, source }: Extract<ApplicationEvent, { type: "application.document-expected.v1" }>,
): readonly ApplicationEffect[] => {
  const known = now.erased ? undefined : now.documents.get(document);
  if (source === undefined || known === undefined || known.inspected !== undefined) return [];
  return [{ kind: "copy-document", document, source }];
};

/** The cases that have begun and are not over: of a bundle not what still waits, or fell away while it did. */
const begun = (now: Application): Application["cases"] =>
  now.cases.filter((opened) => opened.outcome === undefined && readyAt(now, opened) !== undefined);

const opening = (opened: Application["cases"]): readonly ApplicationEffect[] =>
  opened.map(({ case: subject }) => ({ kind: "open-case", case: subject }));

const withdrawing = (opened: Application["cases"]): readonly ApplicationEffect[] =>
  opened.map(({ case: subject }) => ({ kind: "withdraw-case", case: subject }));

/** A case tells itself what became of it; one that never began cannot. */
const unbegun = (now: Application, subject: CaseId): readonly ApplicationEffect[] => {
  const known = now.cases.find((opened) => opened.case === subject);
  if (known?.neverBegun !== true || known.outcome === undefined) return [];
  return [{ kind: "tell", case: subject, occasion: known.outcome }];
};

/** One result for the whole application, and so one notice of it, under the number that the certificate bears. */
const ofResult = (now: Application, occasion: "issued" | "revoked"): readonly ApplicationEffect[] => {
  const first = now.cases.find(({ outcome }) => outcome === "granted");
  return first === undefined ? [] : [{ kind: "tell", case: first.case, occasion }];
};

const erased = (opened: Application["cases"]): readonly ApplicationEffect[] =>
  opened.map(({ case: subject, neverBegun }) => ({
    kind: neverBegun === true ? "erase-notices" : "erase-case",
    case: subject,
  }));

export const effectsOfApplication = (
  now: Application,
  event: ApplicationEvent,
): readonly ApplicationEffect[] => {
  switch (event.type) {
    case "application.submitted.v1":
      return opening(begun(now));
    case "application.withdrawal-asked.v1":
      return withdrawing(begun(now));
    case "application.case-withdrawal-asked.v1":
      return withdrawing(begun(now).filter((opened) => opened.case === event.case));
    case "application.case-concluded.v1":
      return [
        ...unbegun(now, event.case),
        ...opening(begun(now).filter(({ after }) => after?.includes(event.case))),
        ...(mayIssue(now) ? [{ kind: "issue-result" } as const] : []),
      ];
    case "application.document-expected.v1":
      return copied(now, event);
    case "application.document-removed.v1":
      return [{ kind: "erase-document", document: event.document }];
    case "application.erased.v1":
      return [{ kind: "erase-subject" }, ...erased(now.cases)];
    case "application.held.v1":
    case "application.released.v1":
    case "application.drafted.v1":
    case "application.revised.v1":
    case "application.document-inspected.v1":
    case "application.original-seen.v1":
    case "application.withdrawn.v1":
      return [];
    // Who applied for one thing was told with its grant.
    case "application.issued.v1":
      return now.cases.length > 1 ? ofResult(now, "issued") : [];
    case "application.result-revoked.v1":
      return ofResult(now, "revoked");
  }
};
