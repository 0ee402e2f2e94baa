import { fieldFault } from "@window/contract/field-faults.ts";
import { findPerson } from "@window/contract/operations/people.ts";
import * as act from "@window/domain/act/find-person.ts";
import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { open } from "../opened.ts";
import type { Refused } from "../refused.ts";
import { showCaseLine } from "../show/case-line.ts";

/** The place of a page is asked for in the body here. */
const badPlace = (fault: unknown): Refused => {
  if (!(fault instanceof BadCursor)) throw fault;
  return { problem: "request-malformed", faults: [fieldFault("after", "format")] };
};

export const people = {
  findPerson: handle(findPerson, async (deps, { principal, body, request }) => {
    const { window } = principal;
    // A clerk of no window serves nobody.
    if (window === undefined) return { problem: "not-allowed" };
    const { kind, number, limit, after } = body;
    const page = { limit, ...(after === undefined ? {} : { after }) };
    const found = await act.findPerson(deps, { kind, number, window, page }, request).catch(badPlace);
    if ("problem" in found) return found;
    if (found.kind === "key-reused") return { problem: found.kind };
    if (found.kind === "number-faulty")
      return { problem: found.kind, faults: [fieldFault("number", found.cause)] };
    const opened = await Promise.all(
      found.cases.map((state) => open(deps, findPerson, principal, state, "progress")),
    );
    const next = found.next === undefined ? {} : { next: found.next };
    return answer(200, { rows: opened.map(showCaseLine), ...next });
  }),
};
