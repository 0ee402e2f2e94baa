import { fieldFault } from "@window/contract/field-faults.ts";
import { Contended } from "@window/domain/perform.ts";
import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import { NothingPublished } from "@window/domain/port/nothing-published.ts";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import { SubjectErased } from "@window/domain/subject-erased.ts";
import type { ApiDeps } from "./api-deps.ts";
import { faultAnswer, problemAnswer } from "./problem-answer.ts";
import type { Refused } from "./refused.ts";

const inSeconds = (seconds: number) => ({ "retry-after": String(seconds) });

/** What is thrown and yet no fault: the caller can do something about it, if only wait. */
const expected = (error: Error): Refused | undefined => {
  if (error instanceof Contended) return { problem: "busy", headers: inSeconds(1) };
  if (error instanceof SubjectErased) return { problem: "no-such-application" };
  if (error instanceof BadCursor)
    return { problem: "request-malformed", faults: [fieldFault("query.after", "format")] };
  if (error instanceof StoreUnavailable) return { problem: "store-unavailable", headers: inSeconds(5) };
  if (error instanceof NothingPublished) return { problem: "not-open-yet", headers: inSeconds(60) };
  return undefined;
};

/** Everything else that is thrown is a fault: logged by name and number, answered by number. */
export const answerFault = async (
  { log }: Pick<ApiDeps, "log">,
  error: Error,
  method: string,
): Promise<Response> => {
  const refused = expected(error);
  if (error instanceof StoreUnavailable) log({ event: "store-unavailable", method });
  if (refused !== undefined) return problemAnswer(refused);
  const incident = crypto.randomUUID();
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  log({ event: "failed", incident, fault: error.name, method, at: frames.slice(0, 3).join(" ") });
  return faultAnswer(incident);
};
