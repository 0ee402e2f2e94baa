import type { Application } from "../application/application.ts";
import type { Case } from "../case/case.ts";
import { resultOf } from "../act/issue-result.ts";
import { deskRow } from "./desk-row.ts";
import { toIso } from "../instant.ts";
import { tombstone } from "../view.ts";
import type { ViewRow } from "../view.ts";
import { lateRows } from "./late-rows.ts";
import { stuckRows } from "./stuck-rows.ts";

/** The list a person reads their applications from; newest last. */
export const applicationsOf = (owner: string): string => `applications#${owner}`;
export const casesOf = (owner: string): string => `cases#${owner}`;

const revocation = (now: Application, seq: number): readonly ViewRow[] => {
  const revoked = now.result?.revoked;
  if (revoked === undefined) return [];
  const result = resultOf(now.application);
  const sort = `${toIso(revoked.at)}#${result}`;
  return [
    {
      view: "revocations",
      aggregate: now.application,
      seq,
      partition: "revocations",
      sort,
      body: { result, at: revoked.at, reason: revoked.reason },
    },
  ];
};

/** Every row of an application, in full, from its state and sequence number alone. */
export const rowsOfApplication = (now: Application, seq: number): readonly ViewRow[] => {
  // A revocation names nobody, and who holds the certificate must go on to learn of it.
  if (now.erased) return [tombstone("card", now.application, seq), ...revocation(now, seq)];
  const { application, item, version, window, phase, draftedAt, submittedAt } = now;
  const card: ViewRow = {
    view: "card",
    aggregate: application,
    seq,
    partition: applicationsOf(now.owner),
    sort: `${toIso(draftedAt)}#${application}`,
    body: {
      application,
      item,
      version,
      window,
      phase,
      draftedAt,
      submittedAt: submittedAt ?? null,
      cases: now.cases.map((opened) => opened.case),
    },
  };
  return [card, ...revocation(now, seq)];
};

/** One row per department that was ever asked; it vanishes when nothing of it is open any more. */
const worklist = (now: Case, seq: number): readonly ViewRow[] => {
  const departments = [...new Set(now.referrals.map(({ department }) => department))];
  return departments.map((department): ViewRow => {
    const view = `worklist:${department}` as const;
    const open = now.referrals.filter(
      (asked) => asked.department === department && asked.answer === undefined && !asked.superseded,
    );
    const [first] = open;
    if (first === undefined || now.phase !== "running") return tombstone(view, now.case, seq);
    return {
      view,
      aggregate: now.case,
      seq,
      partition: department,
      sort: `${toIso(first.term.due)}#${first.referral}`,
      body: {
        case: now.case,
        number: now.number,
        item: now.item,
        referral: first.referral,
        step: first.step,
        openedAt: first.openedAt,
        due: first.term.due,
        provisional: first.term.provisional,
        acknowledged: first.acknowledgedAt !== undefined,
        undelivered: first.undelivered,
      },
    };
  });
};

/** Cases that only departments work on never come to a desk, and cost no row there. */
const comesToADesk = ({ decides, acceptedAt, receivedAt, changed, commitment, duty }: Case): boolean =>
  duty !== undefined ||
  decides !== "department" ||
  acceptedAt !== receivedAt ||
  changed !== undefined ||
  commitment !== undefined;

const shownRows = (now: Case, seq: number): readonly ViewRow[] => [
  {
    view: "card",
    aggregate: now.case,
    seq,
    partition: casesOf(now.owner),
    sort: `${toIso(now.receivedAt)}#${now.case}`,
    body: {
      case: now.case,
      application: now.application,
      number: now.number,
      item: now.item,
      version: now.version,
      window: now.window,
      phase: now.phase,
      receivedAt: now.receivedAt,
      due: now.promised?.due ?? null,
      provisional: now.promised?.provisional ?? false,
      overdue: now.overdueAt !== undefined,
      decision: now.decision?.decision ?? null,
    },
  },
  ...worklist(now, seq),
  ...(comesToADesk(now) ? [deskRow(now, seq)] : []),
  ...stuckRows(now, seq),
  ...lateRows(now, seq),
];

/** Every row of a case, in full, from its state and sequence number alone; once it is erased, that they are gone. */
export const rowsOfCase = (now: Case, seq: number): readonly ViewRow[] => {
  const rows = shownRows(now, seq);
  return now.erased ? rows.map(({ view, aggregate }) => tombstone(view, aggregate, seq)) : rows;
};
