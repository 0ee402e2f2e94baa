import type { ActorId } from "@window/domain/id.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
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
}
