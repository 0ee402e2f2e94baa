import type { AccessRule } from "@window/contract/operation.ts";
import type { ActorId } from "@window/domain/id.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import type { Principal, Role } from "./principal.ts";

/** How something stands to whoever asks for it. */
const relations = {
  own: (principal: Principal, { owner }: { readonly owner: ActorId }) => owner === principal.actor,
  asked: (principal: Principal, { department }: { readonly department: DepartmentId }) =>
    department === principal.department,
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
