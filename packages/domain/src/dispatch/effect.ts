import type { Application } from "../application/application.ts";
import type { ApplicationEvent, CaseOutcome, DocumentSource } from "../application/event.ts";
import { mayIssue } from "../application/decide-result.ts";
import type { Case } from "../case/case.ts";
import type { CaseEvent, Terms } from "../case/event.ts";
import type { Delivery } from "../delivery/delivery.ts";
import type { Inquiry } from "../delivery/inquiry.ts";
import { LAST_QUEUED_ATTEMPT, waitBefore } from "../delivery/schedule.ts";
import type { Instant } from "../instant.ts";
import { later } from "../instant.ts";
import { lifeEnd, openingEnd } from "../act/reach.ts";
import type { Addressee } from "../notice/event.ts";
import type { Occasion } from "../notice/occasion.ts";
import type { Timer } from "../timer.ts";
import type { CaseId, DocumentId } from "../id.ts";

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
  | { readonly kind: "tell-revoked" }
  | { readonly kind: "erase-case"; readonly case: CaseId }
  | { readonly kind: "erase-subject" };

export type CaseEffect =
  | { readonly kind: "start-route"; readonly name: string }
  | { readonly kind: "follow-case" }
  | { readonly kind: "arm"; readonly timer: Timer }
  | { readonly kind: "disarm"; readonly timer: Timer }
  | { readonly kind: "send-referral"; readonly delivery: Delivery }
  | { readonly kind: "begin-verification" }
  | { readonly kind: "inquire"; readonly inquiry: Inquiry; readonly wait: number }
  | { readonly kind: "complete-round"; readonly round: number }
  | { readonly kind: "resume-route" }
  | { readonly kind: "conclude-case"; readonly outcome: CaseOutcome }
  | { readonly kind: "tell"; readonly occasion: Occasion; readonly whom?: Addressee };

/** As long as the inspector has not seen the copy; a second one would be erased, and is left out when it can be. */
const copied = (
  now: Application,
  { document, source }: Extract<ApplicationEvent, { type: "application.document-expected.v1" }>,
): readonly ApplicationEffect[] => {
  const known = now.erased ? undefined : now.documents.get(document);
  if (source === undefined || known === undefined || known.inspected !== undefined) return [];
  return [{ kind: "copy-document", document, source }];
};

export const effectsOfApplication = (
  now: Application,
  event: ApplicationEvent,
): readonly ApplicationEffect[] => {
  switch (event.type) {
    case "application.submitted.v1":
      return event.cases.map((opened) => ({ kind: "open-case", case: opened.case }));
    case "application.withdrawal-asked.v1":
      return now.cases.map((opened) => ({ kind: "withdraw-case", case: opened.case }));
    case "application.case-concluded.v1":
      return mayIssue(now) ? [{ kind: "issue-result" }] : [];
    case "application.document-expected.v1":
      return copied(now, event);
    case "application.document-removed.v1":
      return [{ kind: "erase-document", document: event.document }];
    case "application.erased.v1":
      return [
        { kind: "erase-subject" },
        ...now.cases.map((opened) => ({ kind: "erase-case", case: opened.case }) as const),
      ];
    case "application.held.v1":
    case "application.released.v1":
    case "application.drafted.v1":
    case "application.revised.v1":
    case "application.document-inspected.v1":
    case "application.original-seen.v1":
    case "application.withdrawn.v1":
    case "application.issued.v1":
      return [];
    case "application.result-revoked.v1":
      return [{ kind: "tell-revoked" }];
  }
};

const send = (
  now: Case,
  event: Extract<CaseEvent, { type: "case.round-opened.v1" }>,
  at: Instant,
): readonly CaseEffect[] => [
  ...event.referrals.map(({ referral, department }): CaseEffect => {
    return { kind: "send-referral", delivery: { case: now.case, referral, department, attempt: 1 } };
  }),
  { kind: "arm", timer: lifeEnd(now.case, event.round, at) },
  ...(now.roundClosedAt === undefined
    ? []
    : [{ kind: "disarm", timer: openingEnd(now.case, event.round, now.roundClosedAt) } as const]),
];

/** With the last answer of a case its round closes too; only a case that still runs opens another one. */
const closed = (now: Case, round: number, at: Instant): readonly CaseEffect[] => {
  const complete = { kind: "complete-round", round } as const;
  const more =
    now.phase === "running" &&
    now.roundsClosed === round + 1 &&
    now.referrals.every((asked) => asked.round <= round);
  return more ? [complete, { kind: "arm", timer: openingEnd(now.case, round + 1, at) }] : [complete];
};

/** Where nothing is promised no instant is waited for. */
const watch = (subject: CaseId, { warnAt, promised }: Terms): readonly CaseEffect[] => [
  ...(warnAt === undefined
    ? []
    : [{ kind: "arm", timer: { subject, plan: "warning", at: warnAt } } as const]),
  ...(promised === undefined
    ? []
    : [{ kind: "arm", timer: { subject, plan: "due", at: promised.due } } as const]),
];

/** A machine whose token is gone by now hears nothing; so the round must open in time, or another one is started. */
const resumptionAsked = (now: Case, round: number, at: Instant): readonly CaseEffect[] =>
  now.stuck?.resumptionAskedAt === undefined
    ? []
    : [{ kind: "arm", timer: openingEnd(now.case, round, at) }, { kind: "resume-route" }];

/** As long as for a department whose endpoint is dead; after the tenth attempt it stays as it is, and is shown. */
const askAgain = (
  now: Case,
  { verification, register, attempt: made }: Extract<CaseEvent, { type: "case.register-down.v1" }>,
  at: Instant,
): readonly CaseEffect[] => {
  const attempt = made + 1;
  const wait = waitBefore(attempt);
  if (wait === undefined || now.phase === "decided" || now.phase === "withdrawn") return [];
  if (attempt <= LAST_QUEUED_ATTEMPT) {
    const inquiry = { case: now.case, verification, register, attempt };
    return [{ kind: "inquire", inquiry, wait }];
  }
  const plan = `inquiry-${verification}-${attempt}` as const;
  return [{ kind: "arm", timer: { subject: now.case, plan, at: later(at, wait) } }];
};

/** A machine that was stuck may still wait for its operator; the token of one that went on is gone, which is fine. */
const concluded = (now: Case, outcome: CaseOutcome): readonly CaseEffect[] => [
  { kind: "conclude-case", outcome },
  { kind: "tell", occasion: outcome },
  ...(now.timesStuck === 0 ? [] : [{ kind: "resume-route" } as const]),
];

const withdrawn = (now: Case): readonly CaseEffect[] => [
  ...concluded(now, "withdrawn"),
  { kind: "complete-round", round: now.roundsClosed },
];

/** The machine of an open round goes on with the new way; a delegated case has none running, so it gets one. */
const changed = (
  now: Case,
  event: Extract<CaseEvent, { type: "case.kind-changed.v1" }>,
  at: Instant,
): readonly CaseEffect[] => {
  const { superseded, from } = event;
  const route: readonly CaseEffect[] =
    superseded !== undefined
      ? [{ kind: "complete-round", round: superseded }]
      : from === "delegated"
        ? [{ kind: "start-route", name: `${now.case}-${String(now.firstRound)}-${String(at)}` }]
        : [];
  return [...watch(now.case, event), ...route, { kind: "tell", occasion: "kind-changed" }];
};

/** `at` is the instant of the commit that holds the event. */
export const effectsOfCase = (now: Case, event: CaseEvent, at: Instant): readonly CaseEffect[] => {
  switch (event.type) {
    case "case.accepted.v1":
      return [
        ...watch(now.case, event),
        { kind: "start-route", name: now.case },
        { kind: "begin-verification" },
        { kind: "tell", occasion: "accepted" },
      ];
    case "case.opened.v1":
      return now.follows === undefined ? [] : [{ kind: "follow-case" }];
    case "case.kind-changed.v1":
      return changed(now, event, at);
    case "case.round-opened.v1":
      return now.phase === "running" ? send(now, event, at) : [];
    case "case.round-closed.v1":
      return closed(now, event.round, at);
    case "case.decided.v1":
      return concluded(now, event.decision);
    case "case.withdrawn.v1":
      return withdrawn(now);
    case "case.register-down.v1":
      return askAgain(now, event, at);
    case "case.resumption-asked.v1":
      return resumptionAsked(now, event.round, at);
    case "case.commitment-asked.v1":
      return event.signers.map((whom) => ({ kind: "tell", occasion: "commitment-asked", whom }));
    case "case.overdue.v1":
      return [{ kind: "tell", occasion: "overdue" }];
    case "case.commitment-signed.v1":
    case "case.followed.v1":
    case "case.referral-acknowledged.v1":
    case "case.referral-undelivered.v1":
    case "case.answered.v1":
    case "case.second-answer-kept.v1":
    case "case.warned.v1":
    case "case.verified.v1":
    case "case.stuck.v1":
    case "case.resumed.v1":
    case "case.erased.v1":
      return [];
  }
};
