import type { Problem } from "@window/contract/problem.ts";
import { jsonResponse } from "./json-response.ts";
import type { Refused } from "./refused.ts";

const document = (problem: Problem, headers?: Readonly<Record<string, string>>): Response =>
  jsonResponse(problem.status, problem, "application/problem+json", headers);

/** What problems say to people is read when the first one is answered. */
const words = () => import("@window/contract/problems.ts");

/** A refusal as application/problem+json (RFC 9457). */
export const problemAnswer = async ({ problem, faults = [], headers, link }: Refused): Promise<Response> => {
  const { problemDocument } = await words();
  return document({ ...problemDocument(problem, faults), ...(link === undefined ? {} : { link }) }, headers);
};

/** What a fault of ours answers: a number to tell the operator, and nothing about the fault. */
export const faultAnswer = async (incident: string): Promise<Response> => {
  const { problemDocument } = await words();
  return document({ ...problemDocument("fault-of-ours"), incident });
};
