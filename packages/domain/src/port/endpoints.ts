import type { DepartmentId } from "../place/department.ts";

/** Where a department is called and how both sides prove themselves. Secrets are Standard Webhooks `whsec_…`. */
export interface Endpoint {
  readonly url: string;
  /** We sign with all of them (rotation). */
  readonly sending: readonly string[];
  /** The department signs with one of them; its own, so that an outgoing body cannot be reflected. */
  readonly receiving: readonly string[];
}

/** Operators' configuration, read at most every five minutes. A department without a system has no endpoint. */
export interface Endpoints {
  of(department: DepartmentId): Promise<Endpoint | undefined>;
}
