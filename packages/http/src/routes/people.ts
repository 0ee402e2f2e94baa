import { fieldFault } from "@window/contract/field-faults.ts";
import { findPerson } from "@window/contract/operations/people.ts";
import * as act from "@window/domain/act/find-person.ts";
import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import type { Refused } from "../refused.ts";
import { showCaseLine } from "../show/case-line.ts";

/** The place of a page is asked for in the body here. */
const badPlace = (fault: unknown): Refused => {
  if (!(fault instanceof BadCursor)) throw fault;
  return { problem: "request-malformed", faults: [fieldFault("after", "format")] };
};

const settled = (found: act.FoundPerson) => {
  switch (found.kind) {
    case "number-faulty":
      return { problem: found.kind, faults: [fieldFault("number", found.cause)] };
    case "key-reused":
      return { problem: found.kind };
    case "found":
      return answer(200, {
        rows: found.cases.map(showCaseLine),
        ...(found.next === undefined ? {} : { next: found.next }),
      });
  }
};

export const people = {
  findPerson: handle(findPerson, async (deps, { principal: { window }, body, request }) => {
    // A clerk of no window serves nobody.
    if (window === undefined) return { problem: "not-allowed" };
    const { kind, number, limit, after } = body;
    const page = { limit, ...(after === undefined ? {} : { after }) };
    return act.findPerson(deps, { kind, number, window, page }, request).then(settled, badPlace);
  }),
};
