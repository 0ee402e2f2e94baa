import type { Operation } from "@window/contract/operation.ts";
import { recordOpening, type RecordingOpenings } from "@window/domain/act/record-opening.ts";
import type { Case } from "@window/domain/case/case.ts";
import type { Opener, Purpose, Shown } from "@window/domain/opening/event.ts";
import type { Principal } from "./principal.ts";

const recorded: unique symbol = Symbol("recorded");

/** A case that staff may be shown. Only `open` makes one, after its record is in the log: no record, no answer. */
export interface Opened {
  readonly state: Case;
  readonly shown: Shown;
  readonly [recorded]: true;
}

interface Opening extends Operation {
  readonly opens: Purpose;
}

const openerOf = ({ role, window, department, employer }: Principal): Opener => {
  if (role === "supervisor" || role === "operator") return { post: role };
  if (department !== undefined) return { post: "department", department };
  if (window !== undefined) return { post: "clerk", window };
  if (employer !== undefined) return { post: "employer", employer };
  throw new Error("somebody without an office opens a case");
};

/** Records that somebody opens a case. Whoever handles their own (one person is applicant and employer) is no staff of it. */
export const open = async (
  deps: RecordingOpenings,
  { opens }: Opening,
  principal: Principal,
  state: Case,
  shown: Shown,
): Promise<Opened> => {
  if (principal.actor !== state.owner)
    await recordOpening(deps, principal.actor, {
      case: state.case,
      owner: state.owner,
      opener: openerOf(principal),
      purpose: opens,
      shown,
    });
  return { state, shown, [recorded]: true };
};
