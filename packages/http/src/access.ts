import type { AccessRule } from "@window/contract/operation.ts";
import type { ActorId } from "@window/domain/id.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import type { Case } from "@window/domain/case/case.ts";
import { isAtWindow } from "@window/domain/case/officer.ts";
import type { Principal, Role } from "./principal.ts";

/** How something stands to whoever asks for it. */
const relations = {
  own: (principal: Principal, { owner }: { readonly owner: ActorId }) => owner === principal.actor,
  asked: (principal: Principal, { department }: { readonly department: DepartmentId }) =>
    department === principal.department,
  served: (principal: Principal, state: Case) =>
    principal.role === "supervisor" || isAtWindow(state, principal),
  handled: (principal: Principal, state: Case) =>
    isAtWindow(state, principal) ||
    (principal.employer !== undefined && principal.employer === state.employer),
};

interface Access {
  /** Absent: no token is asked for, and one that comes is not read. */
  readonly roles?: readonly Role[];
  /** How the thing has to stand to whoever asks; checked where it is loaded. */
  readonly relation?: keyof typeof relations;
}

/**
 * The access table: role × resource × relation. Every operation of the contract names one of these rules; what is not
 * permitted here is not permitted.
 */
export const accessTable = {
  anyone: {},
  signed: {},
  applicant: { roles: ["applicant"] },
  owner: { roles: ["applicant"], relation: "own" },
  clerk: { roles: ["clerk"], relation: "served" },
  staff: { roles: ["clerk", "supervisor"], relation: "served" },
  officer: { roles: ["clerk", "applicant"], relation: "handled" },
  department: { roles: ["department"], relation: "asked" },
  supervisor: { roles: ["supervisor"] },
  operator: { roles: ["operator"] },
} as const satisfies Record<AccessRule, Access>;

/** Whether the role may ask at all, before anything is loaded. */
export const mayAsk = (rule: AccessRule, principal: Principal): boolean => {
  const { roles }: Access = accessTable[rule];
  return roles?.includes(principal.role) ?? false;
};

/** The one way to something that belongs to a person: somebody else's is, for whoever asks, one that does not exist. */
export const owned = <Thing extends { readonly owner: ActorId }>(
  principal: Principal,
  thing: Thing | undefined,
): Thing | undefined => (thing !== undefined && relations.own(principal, thing) ? thing : undefined);

/** The one way to what a department was asked. */
export const askedOf = <Thing extends { readonly department: DepartmentId }>(
  principal: Principal,
  thing: Thing | undefined,
): Thing | undefined => (thing !== undefined && relations.asked(principal, thing) ? thing : undefined);

/** The one way to a case for whoever works at a window of it, or supervises. */
export const servedBy = (principal: Principal, state: Case | undefined): Case | undefined =>
  state !== undefined && relations.served(principal, state) ? state : undefined;

/** The one way to a case for whoever handles it: at its window, or for its employer. */
export const handledBy = (principal: Principal, state: Case | undefined): Case | undefined =>
  state !== undefined && relations.handled(principal, state) ? state : undefined;

/** What somebody handles: a window, or an employer; nothing for anybody else. */
export const officeOf = ({ window, employer }: Principal): string | undefined => window ?? employer;
