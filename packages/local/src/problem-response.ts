import type { Problem } from "@window/contract/problem.ts";
import { problemDocument, type ProblemCode } from "@window/contract/problems.ts";

/** A problem of RFC 9457 where no API stands before the caller; `more` is what this one time adds to it. */
export const problemResponse = (
  code: ProblemCode,
  more: Pick<Problem, "incident"> = {},
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const problem = { ...problemDocument(code), ...more };
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, "content-type": "application/problem+json" },
  });
};
