import type { Problem } from "@window/contract/problem.ts";
import { problemDocument } from "@window/contract/problems.ts";
import { jsonResponse } from "./json-response.ts";
import type { Refused } from "./refused.ts";

const document = (problem: Problem, headers?: Readonly<Record<string, string>>): Response =>
  jsonResponse(problem.status, problem, "application/problem+json", headers);

/** A refusal as application/problem+json (RFC 9457). */
export const problemAnswer = ({ problem, faults = [], headers, link }: Refused): Response =>
  document({ ...problemDocument(problem, faults), ...(link === undefined ? {} : { link }) }, headers);

/** What a fault of ours answers: a number to tell the operator, and nothing about the fault. */
export const faultAnswer = (incident: string): Response =>
  document({ ...problemDocument("fault-of-ours"), incident });
