import { ApplicationId, type CaseId } from "../id.ts";

/**
 * The application that a case belongs to, read from its name, so that a case is found before any effect has opened it.
 * Undefined for a name that no application can have.
 */
export const applicationOfCase = (subject: CaseId): ApplicationId | undefined =>
  ApplicationId.safeParse(`app_${subject.slice("case_".length).replace(/-[^-]*$/, "")}`).data;
