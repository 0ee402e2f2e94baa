import type { Case, Referral } from "../case/case.ts";
import type { Instant } from "../instant.ts";
import type { DepartmentId } from "../place/department.ts";

/** Whose time runs: the applicant's or employer's, that of the window or of one department, or nobody's. */
export type Party =
  | { readonly of: "applicant" | "employer" | "window" | "nobody" }
  | { readonly of: "department"; readonly department: DepartmentId };

const isOpenAt =
  (at: Instant) =>
  ({ openedAt, answer }: Referral): boolean =>
    openedAt <= at && (answer === undefined || answer.at > at);

/** Of departments that are asked at once, the one that keeps the others waiting: who answers last, or is due first. */
const keepsWaiting = (one: Referral, other: Referral): number => {
  const end = ({ answer }: Referral) => answer?.at ?? Number.POSITIVE_INFINITY;
  return end(one) === end(other) ? one.term.due - other.term.due : end(other) - end(one);
};

/** In whose hands a case was at an instant. */
export const partyAt = (state: Case, at: Instant): Party => {
  if (state.acceptedAt === undefined || at < state.acceptedAt) return { of: "applicant" };
  const { commitment, decision } = state;
  if (decision !== undefined && at >= decision.at) return { of: "nobody" };
  if (commitment !== undefined && at >= commitment.askedAt) {
    const [waitedFor] = commitment.open;
    return { of: waitedFor ?? "applicant" };
  }
  const open = state.referrals.filter(({ superseded }) => !superseded).filter(isOpenAt(at));
  const [last] = open.toSorted(keepsWaiting);
  return last === undefined ? { of: "window" } : { of: "department", department: last.department };
};

/** For adding up: two parties of one name are one. */
export const nameOf = (party: Party): string => (party.of === "department" ? party.department : party.of);
