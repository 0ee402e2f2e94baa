import { placeOf } from "../application/kept-answers.ts";
import type { DelayReason } from "../case/delay.ts";
import type { Officer } from "../case/officer.ts";
import type { Request } from "../commit.ts";
import type { Day } from "../day.ts";
import type { CaseId } from "../id.ts";
import type { DepartmentId } from "../place/department.ts";
import type { WindowId } from "../place/window.ts";
import type { Deciding, Handled } from "./handle-case.ts";
import { handle } from "./handle-case.ts";
import { pinned } from "./own.ts";

interface Explanation {
  readonly reason?: DelayReason | undefined;
  readonly responsible: WindowId | DepartmentId;
  readonly expected: Day;
  /** To the applicant alone: free text, and so sealed under their key. */
  readonly note?: string | undefined;
}

/** The competent window explains why a case is late; what was held for it is decided. */
export const explainDelay = (
  deps: Deciding,
  subject: CaseId,
  officer: Officer,
  { reason, responsible, expected, note }: Explanation,
  request: Request,
): Promise<Handled> =>
  handle(deps, subject, request, async (state) => {
    const place = placeOf(state.application, state.case);
    const sealed = note === undefined ? {} : await deps.vault.seal(place, { note });
    return {
      type: "explain-delay",
      officer,
      reason,
      responsible,
      expected,
      ...sealed,
      item: await pinned(deps.catalogue, state),
      calendar: (await deps.catalogue.current()).calendar,
    };
  });
