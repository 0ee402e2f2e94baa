import type { CaseOutcome } from "../application/event.ts";
import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Delivery } from "../delivery/delivery.ts";
import type { Inquiry } from "../delivery/inquiry.ts";
import { LAST_QUEUED_ATTEMPT, waitBefore } from "../delivery/schedule.ts";
import type { Instant } from "../instant.ts";
import { later } from "../instant.ts";
import { nextWatched } from "../case/checkpoint.ts";
import { lifeEnd, openingEnd } from "../act/reach.ts";
import type { Addressee } from "../notice/event.ts";
import type { Occasion } from "../notice/occasion.ts";
import type { Timer } from "../timer.ts";
import { check, checkNext, watch } from "./watch-effect.ts";

/** How a case that was begun ends. */
type CaseEnd = Exclude<CaseOutcome, "lapsed">;

/** What follows from a commit of a case; application-effect.ts says how such effects are meant. */
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
  | { readonly kind: "conclude-case"; readonly outcome: CaseEnd }
  | { readonly kind: "tell"; readonly occasion: Occasion; readonly whom?: Addressee }
  | { readonly kind: "erase-notices" };

const send = (
  now: Case,
  event: Extract<CaseEvent, { type: "case.round-opened.v1" }>,
  at: Instant,
): readonly CaseEffect[] => [
  ...event.referrals.map(({ referral, department }): CaseEffect => {
    return { kind: "send-referral", delivery: { case: now.case, referral, department, attempt: 1 } };
  }),
  ...event.referrals.flatMap(({ referral, watched }) =>
    check(now, referral, nextWatched(watched, undefined)),
  ),
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
    now.held === undefined &&
    now.roundsClosed === round + 1 &&
    now.referrals.every((asked) => asked.round <= round);
  return more ? [complete, { kind: "arm", timer: openingEnd(now.case, round + 1, at) }] : [complete];
};

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
const concluded = (now: Case, outcome: CaseEnd): readonly CaseEffect[] => [
  { kind: "conclude-case", outcome },
  { kind: "tell", occasion: outcome },
  ...(now.timesStuck === 0 ? [] : [{ kind: "resume-route" } as const]),
];

/** Where nobody answered, because the law decided, the machine of the open round still waits. */
const decided = (
  now: Case,
  { decision, basis }: Extract<CaseEvent, { type: "case.decided.v1" }>,
): readonly CaseEffect[] => [
  ...concluded(now, decision),
  ...(basis === "tacit" ? [{ kind: "complete-round", round: now.roundsClosed } as const] : []),
];

const withdrawn = (now: Case): readonly CaseEffect[] => [
  ...concluded(now, "withdrawn"),
  { kind: "complete-round", round: now.roundsClosed },
];

/** The promise is over and its instants with it; what is watched of the legal limit goes on. */
const commitmentAsked = (
  now: Case,
  { signers }: Extract<CaseEvent, { type: "case.commitment-asked.v1" }>,
  at: Instant,
): readonly CaseEffect[] => [
  ...check(now, now.case, nextWatched(now.watched, at)),
  ...signers.map((whom) => ({ kind: "tell", occasion: "commitment-asked", whom }) as const),
];

/** The machine of an open round goes on with the new way; a delegated case has none running, so it gets one. */
const changed = (
  now: Case,
  event: Extract<CaseEvent, { type: "case.kind-changed.v1" }>,
  at: Instant,
): readonly CaseEffect[] => {
  const { superseded, from } = event;
  const isLast = now.changed?.at === at;
  const route: readonly CaseEffect[] =
    superseded !== undefined
      ? [{ kind: "complete-round", round: superseded }]
      : from === "delegated"
        ? [{ kind: "start-route", name: `${now.case}-${String(now.firstRound)}-${String(at)}` }]
        : [];
  return [
    ...watch(now, event),
    ...route,
    ...(isLast ? [{ kind: "tell", occasion: "kind-changed" } as const] : []),
  ];
};

/** `at` is the instant of the commit that holds the event. */
export const effectsOfCase = (now: Case, event: CaseEvent, at: Instant): readonly CaseEffect[] => {
  switch (event.type) {
    case "case.accepted.v1":
      return [
        ...watch(now, event),
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
      return decided(now, event);
    case "case.withdrawn.v1":
      return withdrawn(now);
    case "case.register-down.v1":
      return askAgain(now, event, at);
    case "case.resumption-asked.v1":
      return resumptionAsked(now, event.round, at);
    case "case.commitment-asked.v1":
      return commitmentAsked(now, event, at);
    case "case.checkpoint-reached.v1":
      return checkNext(now, event);
    case "case.delay-explained.v1":
      return [
        ...check(now, now.case, nextWatched(event.watched, undefined)),
        { kind: "tell", occasion: "delay-explained" },
      ];
    case "case.overdue.v1":
      return now.overdueAt === at ? [{ kind: "tell", occasion: "overdue" }] : [];
    case "case.commitment-signed.v1":
    case "case.followed.v1":
    case "case.referral-acknowledged.v1":
    case "case.referral-undelivered.v1":
    case "case.answered.v1":
    case "case.second-answer-kept.v1":
    case "case.warned.v1":
    case "case.explanation-owed.v1":
    case "case.decision-held.v1":
    case "case.verified.v1":
    case "case.stuck.v1":
    case "case.resumed.v1":
      return [];
    case "case.erased.v1":
      return [{ kind: "erase-notices" }];
  }
};
