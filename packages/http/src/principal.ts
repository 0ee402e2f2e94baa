import type { ActorId } from "@window/domain/id.ts";
import type { CreditCode } from "@window/domain/identifier/credit-code.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import type { WindowId } from "@window/domain/place/window.ts";
import * as z from "zod";

/** What somebody is to the window. Whoever signs in and is nothing else is an applicant. */
export const Role = z.enum(["applicant", "clerk", "supervisor", "department", "operator"]);
export type Role = z.infer<typeof Role>;

/** Who asks, as the token proved it. */
export interface Principal {
  /** Pseudonymous: the issuer's name for a person goes no further than the door. */
  readonly actor: ActorId;
  readonly role: Role;
  /** Only of a department. */
  readonly department?: DepartmentId;
  /** Only of a clerk: where. */
  readonly window?: WindowId;
  /** Only of an applicant who handles an employer (经办人). */
  readonly employer?: CreditCode;
}
