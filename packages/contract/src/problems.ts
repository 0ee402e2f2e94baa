import { ofApplications } from "./problems/of-applications.ts";
import { ofCases } from "./problems/of-cases.ts";
import { ofCatalogue } from "./problems/of-catalogue.ts";
import { ofDocuments } from "./problems/of-documents.ts";
import { ofNotices } from "./problems/of-notices.ts";
import { ofProofs, ofReferrals } from "./problems/of-referrals.ts";
import { ofRequests } from "./problems/of-requests.ts";
import { ofUploads } from "./problems/of-uploads.ts";
import type { FieldFault, Problem } from "./problem.ts";
import type { Said } from "./problems/said.ts";

/**
 * Every problem there is. The parts are keyed by the refusals of the domain, so a new refusal does not compile until
 * it has a status, a cause and a remedy.
 */
export const problems = {
  ...ofRequests,
  ...ofApplications,
  ...ofCases,
  ...ofReferrals,
  ...ofNotices,
  ...ofProofs,
  ...ofDocuments,
  ...ofUploads,
  ...ofCatalogue,
} satisfies Record<string, Said>;
export type ProblemCode = keyof typeof problems;

/** What every operation may answer with, beside its own. */
export const everywhere = [
  "request-malformed",
  "method-not-allowed",
  "too-many-requests",
  "fault-of-ours",
  "store-unavailable",
  "not-open-yet",
] as const satisfies readonly ProblemCode[];

/** The path of the page that explains a problem. */
export const pageOf = (code: ProblemCode): string => `/problems/${code}`;

const known: Readonly<Record<string, Said>> = problems;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(known, code);

/** The document that is answered for a problem. */
export const problemDocument = (code: ProblemCode, faults: readonly FieldFault[] = []): Problem => {
  const { status, cause, remedy } = problems[code];
  return {
    type: pageOf(code),
    title: cause.en,
    status,
    detail: remedy.en,
    code,
    cause,
    remedy,
    faults: [...faults],
  };
};
